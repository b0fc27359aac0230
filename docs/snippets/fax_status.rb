# Explains fax status codes from published data. Ruby 3.0 or newer; nothing to install.
#
# ruby fax_status.rb https://SITE/api/codes.json 3931 -57 4711
require "json"
require "open-uri"

# What the Status of a fax means (not the ResultCode of a call), and what to do.
module FaxStatusReference
  NoStatus = Class.new(ArgumentError)

  module_function

  # The facts, from the address of codes.json or from a copy of it beside your program. Load them once.
  def load(address)
    text = address.match?(%r{\Ahttps?://}) ? URI.parse(address).read(read_timeout: 30) : File.read(address)
    JSON.parse(text.dup.force_encoding(Encoding::UTF_8))
  end

  # A hash with label, outcome, final, meaning, advice, next and resend. Raises NoStatus for what is no status.
  def explain(facts, status)
    raise NoStatus, "not a status" unless status.to_s.match?(/\A(0|-?[1-9][0-9]{0,14})\z/)

    number = status.to_i
    facts["codes"].find { |code| code["number"] == number } ||
      # Its sign still tells the outcome.
      facts["unlisted"].find { |other| (other["minimum"] || number) <= number && number <= (other["maximum"] || number) }
  end

  # An entry for people to read.
  def sentence(status, entry)
    state = entry["final"] ? "final" : "not final"
    "#{status}: #{entry["label"]} (#{entry["outcome"]}, #{state}, #{entry["next"]}). " \
      "#{entry["meaning"]["text"]} #{entry["advice"]["text"]}"
  end

  # Asks the block until the status is final: at most six times a minute, and ever less often. Returns that status.
  def wait_until_final(facts, pause = method(:sleep))
    delay = 10
    loop do
      status = yield
      return status if explain(facts, status)["final"]

      pause.call(delay)
      delay = [delay * 2, 300].min
    end
  end
end

# Explains each status; for the word "poll", plays polling with the statuses that stand on standard input.
if $PROGRAM_NAME == __FILE__
  address, *statuses = ARGV
  facts = FaxStatusReference.load(address)
  if statuses == ["poll"]
    pause = ->(seconds) { puts "wait #{seconds}" }
    statuses = [FaxStatusReference.wait_until_final(facts, pause) { $stdin.gets.strip }]
  end
  statuses.each do |status|
    puts FaxStatusReference.sentence(status, FaxStatusReference.explain(facts, status))
  rescue FaxStatusReference::NoStatus => error
    puts error.message
  end
end
