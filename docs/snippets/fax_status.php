<?php
// Explains fax status codes from published data. PHP 8.1 or newer; nothing to install.
//
// php fax_status.php https://SITE/api/codes.json 3931 -57 4711
declare(strict_types=1);

/** The facts, from the address of codes.json or from a copy of it beside your program. Load them once. */
function load_facts(string $address): array
{
    $answer = file_get_contents($address, false, stream_context_create(['http' => ['timeout' => 30]]));
    if ($answer === false) {
        throw new RuntimeException("$address did not answer");
    }
    return json_decode($answer, true, flags: JSON_THROW_ON_ERROR);
}

/** What the Status of a fax means (not the ResultCode of a call): label, outcome, final, meaning, advice, next and resend. Throws an InvalidArgumentException for what is no status. */
function explain(array $facts, int|string $status): array
{
    if (!preg_match('/\A(0|-?[1-9][0-9]{0,14})\z/', (string) $status)) {
        throw new InvalidArgumentException('not a status');
    }
    $number = (int) $status;
    foreach ($facts['codes'] as $code) {
        if ($code['number'] === $number) {
            return $code;
        }
    }
    foreach ($facts['unlisted'] as $other) { // Its sign still tells the outcome.
        if ($number >= ($other['minimum'] ?? PHP_INT_MIN) && $number <= ($other['maximum'] ?? PHP_INT_MAX)) {
            return $other;
        }
    }
    throw new InvalidArgumentException('not a status');
}

/** An entry for people to read. */
function sentence(int|string $status, array $entry): string
{
    $state = $entry['final'] ? 'final' : 'not final';
    return "$status: {$entry['label']} ({$entry['outcome']}, $state, {$entry['next']}). {$entry['meaning']['text']} {$entry['advice']['text']}";
}

/** Asks with $query until the status is final: at most six times a minute, and ever less often. Returns that status. */
function wait_until_final(array $facts, callable $query, ?callable $pause = null): int|string
{
    $pause ??= sleep(...);
    for ($delay = 10; ; $delay = min($delay * 2, 300)) {
        $status = $query();
        if (explain($facts, $status)['final']) {
            return $status;
        }
        $pause($delay);
    }
}

if (realpath($_SERVER['SCRIPT_FILENAME']) !== __FILE__) {
    return; // Included by another script, it defines its functions and runs nothing.
}

// Explains each status; for the word "poll", plays polling with the statuses that stand on standard input.
$statuses = array_slice($argv, 2);
$facts = load_facts($argv[1]);
if ($statuses === ['poll']) {
    $last = wait_until_final($facts, fn() => trim(fgets(STDIN)), function (int $seconds): void { echo "wait $seconds\n"; });
    echo sentence($last, explain($facts, $last)), "\n";
    exit;
}
foreach ($statuses as $status) {
    try {
        echo sentence($status, explain($facts, $status)), "\n";
    } catch (InvalidArgumentException $error) {
        echo $error->getMessage(), "\n";
    }
}
