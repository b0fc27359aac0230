// Explains fax status codes from published data. .NET 10 or newer; nothing to install.
//
// dotnet run FaxStatus.cs https://SITE/api/codes.json 3931 -57 4711

using System.Text.Json;
using System.Text.RegularExpressions;

Console.OutputEncoding = System.Text.Encoding.UTF8;
using var facts = await FaxStatus.Load(args[0]);
if (args is [_, "poll"])
{
    // Plays polling with the statuses that stand on standard input.
    var last = await FaxStatus.WaitUntilFinal(
        facts,
        () => Task.FromResult(Console.ReadLine()!.Trim()),
        seconds => { Console.WriteLine($"wait {seconds}"); return Task.CompletedTask; });
    Console.WriteLine(FaxStatus.Sentence(last, FaxStatus.Explain(facts, last)));
    return;
}
foreach (var status in args[1..])
{
    try
    {
        Console.WriteLine(FaxStatus.Sentence(status, FaxStatus.Explain(facts, status)));
    }
    catch (FormatException error)
    {
        Console.WriteLine(error.Message);
    }
}

static class FaxStatus
{
    /// <summary>The facts, from the address of codes.json. Load them once, or keep a copy of the file beside your program.</summary>
    public static async Task<JsonDocument> Load(string address)
    {
        using var client = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        return JsonDocument.Parse(await client.GetStringAsync(address));
    }

    /// <summary>What a status means: an object with label, outcome, final, meaning and advice. Throws for what is no status.</summary>
    public static JsonElement Explain(JsonDocument facts, string status)
    {
        if (!Regex.IsMatch(status, @"\A(0|-?[1-9][0-9]{0,14})\z")) throw new FormatException("not a status");
        var number = long.Parse(status);
        foreach (var code in facts.RootElement.GetProperty("codes").EnumerateArray())
        {
            if (code.GetProperty("number").GetInt64() == number) return code;
        }
        // Its sign still tells the outcome.
        return facts.RootElement.GetProperty("unlisted").EnumerateArray().First(other =>
            number >= Bound(other, "minimum", long.MinValue) && number <= Bound(other, "maximum", long.MaxValue));
    }

    static long Bound(JsonElement range, string name, long none) =>
        range.GetProperty(name) is { ValueKind: JsonValueKind.Number } bound ? bound.GetInt64() : none;

    /// <summary>An entry for people to read.</summary>
    public static string Sentence(string status, JsonElement entry)
    {
        var state = entry.GetProperty("final").GetBoolean() ? "final" : "not final";
        string Text(string name) => entry.GetProperty(name).GetProperty("text").GetString()!;
        return $"{status}: {entry.GetProperty("label")} ({entry.GetProperty("outcome")}, {state}). {Text("meaning")} {Text("advice")}";
    }

    /// <summary>Asks with query until the status is final: at most six times a minute, and ever less often.</summary>
    public static async Task<string> WaitUntilFinal(JsonDocument facts, Func<Task<string>> query, Func<int, Task>? pause = null)
    {
        pause ??= seconds => Task.Delay(TimeSpan.FromSeconds(seconds));
        for (var delay = 10; ; delay = Math.Min(delay * 2, 300))
        {
            var status = await query();
            if (Explain(facts, status).GetProperty("final").GetBoolean()) return status;
            await pause(delay);
        }
    }
}
