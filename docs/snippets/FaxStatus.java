// Explains fax status codes from published data. Java 17 or newer; nothing to install.
//
// java FaxStatus.java https://SITE/api/codes.properties 3931 -57 4711

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.LongConsumer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What the Status of a fax means (not the ResultCode of a call). */
record FaxStatus(String label, String outcome, boolean isFinal, String meaning, String advice, String next, String resend) {

    /** The facts, from the address of codes.properties or from a copy of it beside your program. Load them once. */
    static Properties load(String address) throws IOException, InterruptedException {
        var facts = new Properties();
        if (!address.startsWith("http")) {
            try (var file = Files.newBufferedReader(Path.of(address))) {
                facts.load(file);
            }
            return facts;
        }
        var request = HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(30)).build();
        var answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofString(UTF_8));
        if (answer.statusCode() != 200) throw new IOException(address + " answered " + answer.statusCode());
        facts.load(new StringReader(answer.body()));
        return facts;
    }

    /** What the Status of a fax means (not the ResultCode of a call). Throws a NumberFormatException for what is no status. */
    static FaxStatus explain(Properties facts, String status) {
        if (!status.matches("0|-?[1-9][0-9]{0,14}")) throw new NumberFormatException("not a status");
        long number = Long.parseLong(status);
        String key = status;
        if (!facts.containsKey(key + ".label")) { // Its sign still tells the outcome.
            key = "unlisted." + (number < 0 ? "in-process" : number == 0 ? "success" : "failure");
        }
        return new FaxStatus(
                facts.getProperty(key + ".label"),
                facts.getProperty(key + ".outcome"),
                Boolean.parseBoolean(facts.getProperty(key + ".final")),
                facts.getProperty(key + ".meaning"),
                facts.getProperty(key + ".advice"),
                facts.getProperty(key + ".next"),
                facts.getProperty(key + ".resend"));
    }

    /** The entry for people to read. */
    String sentence(String status) {
        return status + ": " + label + " (" + outcome + ", " + (isFinal ? "final" : "not final") + ", " + next + "). " + meaning + " " + advice;
    }

    /** Asks with query until the status is final: at most six times a minute, and ever less often. Returns that status. */
    static String waitUntilFinal(Properties facts, Callable<String> query, LongConsumer pause) throws Exception {
        for (long delay = 10; ; delay = Math.min(delay * 2, 300)) {
            String status = query.call();
            if (explain(facts, status).isFinal()) return status;
            pause.accept(delay); // In your program: Thread.sleep(Duration.ofSeconds(delay).toMillis())
        }
    }

    /** Explains each status; for the word "poll", plays polling with the statuses that stand on standard input. */
    public static void main(String[] arguments) throws Exception {
        var out = new PrintStream(System.out, true, UTF_8);
        var facts = load(arguments[0]);
        if (arguments.length == 2 && arguments[1].equals("poll")) {
            var input = new BufferedReader(new InputStreamReader(System.in, UTF_8));
            String last = waitUntilFinal(facts, () -> input.readLine().trim(), seconds -> out.println("wait " + seconds));
            out.println(explain(facts, last).sentence(last));
            return;
        }
        for (int place = 1; place < arguments.length; place++) {
            try {
                out.println(explain(facts, arguments[place]).sentence(arguments[place]));
            } catch (NumberFormatException error) {
                out.println(error.getMessage());
            }
        }
    }
}
