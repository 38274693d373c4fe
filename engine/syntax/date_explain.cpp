// Why a text is no date expression: where reading stopped, and the way out.
#include <algorithm>
#include <array>

#include "engine/calendar/day.h"
#include "engine/syntax/date_parts.h"
#include "engine/syntax/date_words.h"

namespace inforce::syntax {
namespace {

constexpr auto none = std::string_view::npos;
constexpr std::string_view zone_help = "add `Z`, an offset such as `-04:00`, or a zone such as `[America/New_York]`";

// The place where reading stopped, past any blanks, with the word there; of no length at the end.
TextRange word_at(const DateReport& report, std::size_t at) {
  const std::string_view text = report.text();
  const std::size_t begin = std::min(text.find_first_not_of(" \t", at), text.size());
  if (begin == text.size()) return {at, at};
  std::size_t end = std::min(text.find_first_of(" \t,+()[]", begin), text.size());
  if (text[begin] == '(') end = std::min(text.find(')', begin), text.size() - 1) + 1;
  if (end == begin) end = begin + 1;
  return {begin, end};
}

std::string found_text(const DateReport& report, TextRange at) {
  return at.begin == at.end ? std::string{"the end"} : report.quoted(at);
}

// `x`, expected a thing: the plain case.
void add_expected(DateReport& report, std::size_t at, const std::string& expected, std::string help = {}) {
  const TextRange word = word_at(report, at);
  report.add(codes::bad_date, word, "expected " + expected + ", found " + found_text(report, word), std::move(help));
}

bool is_word(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_' ||
           (c >= 'A' && c <= 'Z');
  });
}

void explain_word(DateReport& report, TextRange at) {
  static constexpr std::array<std::string_view, 7> fields{"announced", "date",      "effective", "filed",
                                                          "known",     "published", "unknown"};
  static constexpr std::array<std::string_view, 6> nothing{"tbd", "TBD", "none", "null", "n-a", "pending"};
  static constexpr std::array<std::string_view, 6> clock{"today", "now", "tomorrow", "yesterday", "Today", "Now"};
  const std::string_view word = report.text(at);
  const std::string shown = report.quoted(at);
  if (std::find(clock.begin(), clock.end(), word) != clock.end()) {
    report.add(codes::bad_date, at, shown + " depends on when it is read", "write the day as YYYY-MM-DD");
    return;
  }
  if (std::find(nothing.begin(), nothing.end(), word) != nothing.end()) {
    report.add(codes::bad_date, at, shown + " is not a date", "a date that is not known is written `unknown`");
    return;
  }
  const std::size_t dot = word.rfind('.');
  const std::string_view field = dot == none ? word : word.substr(dot + 1);
  const std::size_t field_at = at.begin + (dot == none ? 0 : dot + 1);
  const std::string near = diagnostics::nearest(field, fields);
  if (!near.empty() && near != field) {
    report.add(codes::bad_date, {field_at, at.end}, "no event has a date " + report.quoted({field_at, at.end}),
               "did you mean `" + near + "`?");
    return;
  }
  report.add(codes::bad_date, at, shown + " is not a date",
             "write a day as YYYY-MM-DD, or the date of an event as `effective` or `event-id.effective`");
}

// `30 days after published`, `60 days`.
bool explain_counted(DateReport& report, TextRange at) {
  const std::string_view text = report.text(at);
  const std::size_t digits = std::min(text.find_first_not_of("0123456789"), text.size());
  const std::string_view rest = text.substr(digits);
  if (digits == 0 || rest.size() < 2 || rest[0] != ' ' || !is_word(rest.substr(1, 1))) return false;
  if (!rest.starts_with(" day") && !rest.starts_with(" week") && !rest.starts_with(" month") &&
      !rest.starts_with(" year") && !rest.starts_with(" business day")) {
    return false;
  }
  const std::size_t after = text.find(" after ");
  const std::string_view named = after == none ? "published" : text.substr(after + 7);
  const std::string anchor = is_word(named) ? std::string{named} : "published";
  const TextRange counted{at.begin, after == none ? at.end : at.begin + after};
  report.add(codes::bad_date, at, report.quoted(at) + " begins with what is added",
             "write it behind what it is added to: `" + anchor + " + " + std::string{report.text(counted)} + '`');
  return true;
}

// `published-30 days`, `2025-04-09..2025-04-12`.
bool explain_blanks_or_brackets(DateReport& report, TextRange at) {
  const std::string_view word = report.text(at);
  if (word.find("..") != none && word.find_first_not_of("0123456789-.X") == none) {
    report.add(codes::bad_date, at, "the range " + report.quoted(at) + " has no brackets",
               "one day of a range is written `[" + std::string{word} + "]`");
    return true;
  }
  const std::size_t hyphen = word.rfind('-');
  if (hyphen == none || hyphen == 0) return false;
  const std::string_view before = word.substr(0, hyphen);
  const std::string_view count = word.substr(hyphen + 1);
  const std::size_t dot = before.rfind('.');
  const bool date = is_event_date(before.substr(dot == none ? 0 : dot + 1)) || calendar::read_day(before);
  if (!date || count.find_first_not_of("0123456789") != none) return false;
  report.add(codes::bad_date, at, report.quoted(at) + " is read as one word",
             "write blanks around the hyphen: `" + std::string{before} + " - " + std::string{count} + '`');
  return true;
}

// What is no date at the beginning, or after a bracket or a comma.
TextRange member_range(const DateReport& report, std::size_t at) {
  const std::string_view text = report.text();
  const std::size_t begin = word_at(report, at).begin;
  std::size_t end = std::min(text.find_first_of(" \t,]", begin), text.size());
  end = std::min(end, text.find("..", begin));
  return {begin, std::max(end, begin)};
}

void explain_member(DateReport& report, std::size_t at) {
  const TextRange member = member_range(report, at);
  if (member.begin == member.end) {
    const bool open = report.text().substr(0, at).find("..") != none;
    add_expected(report, at, "a day, month or year", open ? "any day at all is written `unknown`" : "");
    return;
  }
  explain_date(report, member);
}

void explain_closing(DateReport& report, std::size_t at) {
  const TextRange word = word_at(report, at);
  if (word.begin < word.end && std::string_view{"?~%"}.find(report.text()[word.begin]) != none) {
    const TextRange mark{word.begin, word.begin + 1};
    report.add(codes::edtf_not_in_profile, mark,
               "a mark within brackets, here " + report.quoted(mark) + ", is not in the profile of EDTF",
               "put the mark behind the bracket: `[2025-07-14,2025-07-16]" + std::string{report.text(mark)} + '`');
    return;
  }
  add_expected(report, at, "`,`, `..` or `]`");
}

void explain_unit(DateReport& report, std::size_t at) {
  static constexpr std::array<std::string_view, 8> units{"day",  "days",  "month", "months",
                                                         "week", "weeks", "year",  "years"};
  const TextRange word = word_at(report, at);
  const std::string_view text = report.text(word);
  std::string help = "units are day, week, month, year and business day";
  if (text == "working" || text == "bank" || text == "trading") help = "write `business days`";
  if (text == "calendar") help = "write `days`: all days count";
  if (const std::string near = diagnostics::nearest(text, units); !near.empty()) help = "did you mean `" + near + "`?";
  if (text == "hour" || text == "hours" || text == "minutes") help = "whole days are added; a moment is written out";
  add_expected(report, at, "a unit", std::move(help));
}

void explain_zone(DateReport& report, std::size_t at) {
  const std::string_view text = report.text();
  const std::size_t begin = text.find_last_of(" \t", at) == none || at == 0 ? 0 : text.find_last_of(" \t", at - 1) + 1;
  if (at == text.size() || text[at] == ' ' || text[at] == '\t' || text[at] == ',') {
    const TextRange moment{begin, at};
    report.add(codes::moment_without_zone, moment, "the moment " + report.quoted(moment) + " has no zone",
               std::string{zone_help});
    return;
  }
  const TextRange seen{at, std::min(text.find_first_of(" \t,", at), text.size())};
  report.add(codes::bad_date, seen, "expected `Z`, an offset or a zone in brackets, found " + report.quoted(seen),
             "such as `Z`, `-04:00` or `[America/New_York]`");
}

bool looks_like_clock(std::string_view text) {
  return text.size() >= 4 && text[0] >= '0' && text[0] <= '9' && (text[1] == ':' || text[2] == ':');
}

void explain_end(const GrammarFailure& failure, DateReport& report) {
  const TextRange word = word_at(report, failure.at);
  const std::string_view text = report.text(word);
  const TextRange all{report.text().find_first_not_of(" \t"), report.text().size()};
  if (month_named(text) && explain_foreign_date(report, all)) return;
  std::string help = "additions are written such as `published + 60 days`";
  if (failure.after_roll) {
    help = "`, next business day` stands once, last";
  } else if (looks_like_clock(text)) {
    help = "a moment is written such as `2025-04-09T16:15[America/New_York]`";
  } else if (text.starts_with('(')) {
    help = "`(round down)` and `(round up)` follow a term of months or years";
  } else if (text == "of") {
    help = "a calendar follows business days, such as `5 business days of us-federal`";
  }
  report.add(codes::bad_date, word, "unexpected " + report.quoted(word) + " after the date", std::move(help));
}

}  // namespace

void explain_date(DateReport& report, TextRange at) {
  if (at.begin == at.end) {
    report.add(codes::bad_date, at, "expected a date, found the end", "write a day as YYYY-MM-DD");
    return;
  }
  if (explain_counted(report, at) || explain_foreign_date(report, at) || explain_edtf(report, at)) return;
  const std::string_view text = report.text(at);
  const TextRange word{at.begin, at.begin + std::min(text.find_first_of(" \t,+]"), text.size())};
  if (explain_blanks_or_brackets(report, word)) return;
  if (is_word(report.text(word))) {
    explain_word(report, word);
    return;
  }
  const TextRange seen = word.begin == word.end ? TextRange{at.begin, at.begin + 1} : word;
  report.add(codes::bad_date, seen, report.quoted(seen) + " is not a date",
             "write a day as YYYY-MM-DD, a moment with its zone, or an expression such as `published + 60 days`");
}

void explain_failure(const GrammarFailure& failure, DateReport& report) {
  const std::string& expected = failure.expected;
  if (expected == "anchor") {
    const std::string_view text = report.text();
    const std::size_t begin = std::min(text.find_first_not_of(" \t", failure.at), text.size());
    const std::size_t last = text.find_last_not_of(" \t");
    return explain_date(report, {begin, last == none ? begin : std::max(last + 1, begin)});
  }
  if (expected == "member") return explain_member(report, failure.at);
  if (expected == "closing") return explain_closing(report, failure.at);
  if (expected == "zone") return explain_zone(report, failure.at);
  if (expected == "unit") return explain_unit(report, failure.at);
  if (expected == "end") return explain_end(failure, report);
  if (expected == "clock")
    return add_expected(report, failure.at, "a time in whole minutes or seconds", "such as `16:15` or `16:15:30`");
  if (expected == "count")
    return add_expected(report, failure.at, "a whole number", "additions are written such as `published + 60 days`");
  if (expected == "rounding") return add_expected(report, failure.at, "`(round down)` or `(round up)`");
  if (expected == "calendar")
    return add_expected(report, failure.at, "the id of a calendar", "such as `5 business days of us-federal`");
  add_expected(report, failure.at, "`next business day`", "`, next business day` stands once, last");
}

}  // namespace inforce::syntax
