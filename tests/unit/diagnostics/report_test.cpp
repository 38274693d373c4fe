#include "engine/diagnostics/report.h"

#include <set>

#include "tests/support/catch.h"

using namespace inforce;
using namespace inforce::diagnostics;

TEST_CASE("a code is written with three digits", "[diagnostics]") {
  CHECK(to_string(Code{1}) == "IF001");
  CHECK(to_string(Code{412}) == "IF412");
  CHECK(to_string(codes::duplicate_key) == "IF012");
}

TEST_CASE("codes are found by number and by name", "[diagnostics]") {
  REQUIRE(find_code("IF012"));
  CHECK(find_code("IF012")->name == "duplicate_key");
  CHECK(find_code("if012")->code == codes::duplicate_key);
  CHECK(find_code("Duplicate_Key")->title == "key appears twice");
  CHECK_FALSE(find_code("12"));
  CHECK_FALSE(find_code("IF999"));
  CHECK_FALSE(find_code(""));
}

TEST_CASE("codes are in order and their numbers and names are their own", "[diagnostics]") {
  std::set<std::string_view> names;
  Code last{0};
  for (const CodeInfo& info : all_codes()) {
    CHECK(last < info.code);
    CHECK(names.insert(info.name).second);
    CHECK_FALSE(info.title.empty());
    last = info.code;
  }
}

TEST_CASE("a diagnostic has the severity of its code", "[diagnostics]") {
  CHECK(make(codes::duplicate_key, "twice", Span{}).severity == Severity::error);
  const Diagnostic advice = make(codes::no_time_zone, "no zone", Span{{0}, 1, 2}, "write one");
  CHECK(advice.severity == Severity::warning);
  CHECK(advice.help == "write one");
  REQUIRE(advice.primary);
  CHECK(advice.primary->span == Span{{0}, 1, 2});
  CHECK_FALSE(make(codes::no_rule_files, "none").primary);
}

TEST_CASE("diagnostics are sorted by path and place and said once", "[diagnostics]") {
  Sources sources;
  const FileId late = sources.add("z.yaml", "0123456789");
  const FileId early = sources.add("a.yaml", "0123456789");
  std::vector<Diagnostic> found{
      make(codes::tag, "in z", Span{late, 0, 1}),          make(codes::tag, "second", Span{early, 5, 6}),
      make(codes::tag, "first", Span{early, 1, 2}),        make(codes::tag, "second", Span{early, 5, 6}),
      make(codes::bad_yaml, "another", Span{early, 5, 6}), make(codes::no_rule_files, "nowhere")};
  sort(found, sources);
  std::vector<std::string> messages;
  for (const auto& one : found) messages.push_back(one.message);
  CHECK(messages == std::vector<std::string>{"nowhere", "first", "another", "second", "in z"});
}

TEST_CASE("warnings are no errors", "[diagnostics]") {
  std::vector<Diagnostic> found{make(codes::no_time_zone, "no zone", Span{})};
  CHECK_FALSE(has_errors(found));
  found.push_back(make(codes::tag, "tag", Span{}));
  CHECK(has_errors(found));
}

TEST_CASE("the nearest word is found where it is near", "[diagnostics]") {
  const std::vector<std::string_view> keys{"effective", "effects", "evidence", "title", "known", "id"};
  CHECK(nearest("efective", keys) == "effective");
  CHECK(nearest("titel", keys) == "title");
  CHECK(nearest("Title", keys) == "title");
  CHECK(nearest("evidnece", keys) == "evidence");
  CHECK(nearest("quote", keys).empty());
  CHECK(nearest("", keys).empty());
  CHECK(nearest("xy", keys).empty());
  CHECK(nearest(std::string(5000, 'x'), keys).empty());
  CHECK(did_you_mean("titel", keys) == "did you mean `title`?");
  CHECK(did_you_mean("zzzzz", keys).empty());
}

TEST_CASE("of two words equally near the first in the alphabet is taken", "[diagnostics]") {
  const std::vector<std::string_view> words{"bats", "bars", "bans"};
  CHECK(nearest("baxs", words) == "bans");
}
