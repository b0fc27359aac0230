// Explains fax status codes from published data. Go 1.18 or newer; nothing to install.
//
// go run fax_status.go https://SITE/api/codes.json 3931 -57 4711
package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// Statement is a text for people.
type Statement struct {
	Text string `json:"text"`
}

// Entry says what a status means.
type Entry struct {
	Number  *int64    `json:"number"`
	Minimum *int64    `json:"minimum"`
	Maximum *int64    `json:"maximum"`
	Label   string    `json:"label"`
	Outcome string    `json:"outcome"`
	Final   bool      `json:"final"`
	Meaning Statement `json:"meaning"`
	Advice  Statement `json:"advice"`
	Next    string    `json:"next"`
	Resend  string    `json:"resend"`
}

// Facts are what codes.json says.
type Facts struct {
	Codes    []Entry `json:"codes"`
	Unlisted []Entry `json:"unlisted"`
}

var (
	errNoStatus = errors.New("not a status")
	shape       = regexp.MustCompile(`\A(0|-?[1-9][0-9]{0,14})\z`)
)

// Load gets the facts from the address of codes.json or from a copy of it beside your program. Load them once.
func Load(address string) (*Facts, error) {
	facts := new(Facts)
	if !strings.HasPrefix(address, "http") {
		text, err := os.ReadFile(address)
		if err != nil {
			return nil, err
		}
		return facts, json.Unmarshal(text, facts)
	}
	client := http.Client{Timeout: 30 * time.Second}
	answer, err := client.Get(address)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return nil, fmt.Errorf("%s answered %s", address, answer.Status)
	}
	return facts, json.NewDecoder(answer.Body).Decode(facts)
}

// Explain says what a status means.
func (facts *Facts) Explain(status string) (*Entry, error) {
	if !shape.MatchString(status) {
		return nil, errNoStatus
	}
	number, err := strconv.ParseInt(status, 10, 64)
	if err != nil {
		return nil, errNoStatus
	}
	for place := range facts.Codes {
		if *facts.Codes[place].Number == number {
			return &facts.Codes[place], nil
		}
	}
	for place := range facts.Unlisted { // Its sign still tells the outcome.
		other := &facts.Unlisted[place]
		if (other.Minimum == nil || *other.Minimum <= number) && (other.Maximum == nil || number <= *other.Maximum) {
			return other, nil
		}
	}
	return nil, errNoStatus
}

// Sentence is the entry for people to read.
func (entry *Entry) Sentence(status string) string {
	state := "not final"
	if entry.Final {
		state = "final"
	}
	return fmt.Sprintf("%s: %s (%s, %s, %s). %s %s", status, entry.Label, entry.Outcome, state, entry.Next, entry.Meaning.Text, entry.Advice.Text)
}

// WaitUntilFinal asks with query until the status is final: at most six times a minute, and ever less often.
func (facts *Facts) WaitUntilFinal(query func() (string, error), pause func(time.Duration)) (string, error) {
	delay := 10 * time.Second
	for {
		status, err := query()
		if err != nil {
			return "", err
		}
		entry, err := facts.Explain(status)
		if err != nil || entry.Final {
			return status, err
		}
		pause(delay) // In your program: time.Sleep
		if delay *= 2; delay > 300*time.Second {
			delay = 300 * time.Second
		}
	}
}

// Explains each status; for the word "poll", plays polling with the statuses that stand on standard input.
func main() {
	facts, err := Load(os.Args[1])
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	statuses := os.Args[2:]
	if len(statuses) == 1 && statuses[0] == "poll" {
		input := bufio.NewReader(os.Stdin)
		query := func() (string, error) {
			line, err := input.ReadString('\n')
			return strings.TrimSpace(line), err
		}
		last, err := facts.WaitUntilFinal(query, func(delay time.Duration) { fmt.Println("wait", int(delay.Seconds())) })
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		statuses = []string{last}
	}
	for _, status := range statuses {
		if entry, err := facts.Explain(status); err == nil {
			fmt.Println(entry.Sentence(status))
		} else {
			fmt.Println(err)
		}
	}
}
