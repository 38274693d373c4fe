#include "inforce/certificate.h"

#include <nlohmann/json.hpp>

#include "engine/model/sha256.h"
#include "engine/render/canonical_json.h"
#include "tests/unit/render/certificate_support.h"

using namespace inforce;
using Json = nlohmann::json;
using Outcome = Verification::Outcome;

namespace {

const std::string clear = "on 2025-03-15 with item=chip, use=peace";

Json row(const Json& list, const std::string& id) {
  for (const auto& each : list) {
    if (each.value("id", each.value("regime", "")) == id) return each;
  }
  return {};
}

/// As a forger would: the member changed, and the sum made to fit.
std::string forged(const std::string& text, const std::string& pointer, const Json& value) {
  auto document = Json::parse(text);
  document[Json::json_pointer(pointer)] = value;
  document.erase("sha256");
  document["sha256"] = model::sha256_hex(render_json::canonical_json(document.dump()).text);
  return render_json::canonical_json(document.dump()).text + "\n";
}

}  // namespace

TEST_CASE("a certificate is canonical JSON with the sum of its rest") {
  const auto timeline = test::timeline_of(test::certified_rules());
  const auto text = test::certified(timeline, clear);
  REQUIRE(text.back() == '\n');
  CHECK(render_json::canonical_json(text).text + "\n" == text);
  auto document = Json::parse(text);
  CHECK(document["inforce"] == "certificate");
  CHECK(document["format"] == 1);
  CHECK(document["rules"]["digest"] == timeline.rulebook().digest());
  CHECK(document["engine"]["version"] == version());
  CHECK(document["tzdata"].is_string());
  CHECK(document["question"]["ask"] == "on");
  CHECK(document["answer"]["verdict"] == "clear");
  const auto sum = document["sha256"];
  document.erase("sha256");
  CHECK(sum == model::sha256_hex(render_json::canonical_json(document.dump()).text));
}

TEST_CASE("a negative says what was considered and what is covered") {
  const auto document = Json::parse(test::certified(test::timeline_of(test::certified_rules()), clear));
  CHECK(document["answer"]["restrictions"].empty());
  const auto& considered = document["considered"];
  REQUIRE(considered.size() == 6);
  CHECK(row(considered, "ban") == Json{{"id", "ban"},
                                       {"title", "A ban"},
                                       {"kind", "prohibition"},
                                       {"status", "out-of-scope"},
                                       {"why", "`use = war` does not hold: use is peace"}});
  CHECK(row(considered, "old")["status"] == "ended");
  CHECK(row(considered, "old")["why"] == "last in force through 2025-02-28");
  CHECK(row(considered, "new")["status"] == "not-yet");
  CHECK(row(considered, "new")["why"] == "takes effect on 2025-06-01");
  CHECK(row(considered, "none")["why"] == "no event known imposes it");
  CHECK(row(considered, "leave")["status"] == "not-yet");
  CHECK(row(considered, "bill")["why"] == "what is of the kind `proposal` restricts nothing");
  const auto& regimes = document["regimes"];
  REQUIRE(regimes.size() == 2);
  CHECK(row(regimes, "chips")["covers"] == "yes");
  CHECK(row(regimes, "chips")["reviewed"] == "2025-12-31");
  CHECK(row(regimes, "chips")["scope"] == "item = chip");
  CHECK(row(regimes, "ships")["covers"] == "no");
}

TEST_CASE("what the answer shows is not among what was considered") {
  const auto timeline = test::timeline_of(test::certified_rules());
  const auto shown = Json::parse(test::certified(timeline, "on 2025-03-15 with item=chip, use=war"));
  CHECK(shown["answer"]["verdict"] == "prohibited");
  CHECK(row(shown["considered"], "ban").is_null());
  CHECK(row(shown["considered"], "old")["status"] == "ended");
  const auto all = Json::parse(test::certified(timeline, clear + " all"));
  CHECK(all["considered"].empty());
  CHECK(all["answer"]["restrictions"].size() == 5);
  CHECK(!Json::parse(test::certified(timeline, "when ban")).contains("considered"));
}

TEST_CASE("a certificate does not depend on where the rules lie") {
  const auto text = test::certified_rules();
  const auto here = test::timeline_of(text);
  const test::Compiled moved(test::Files{{"elsewhere/rules.yml", "# A comment.\n\n" + text}});
  REQUIRE(moved.timeline);
  const auto document = test::certified(here, "why ban on 2025-03-15");
  CHECK(document.find("rules.yaml") == std::string::npos);
  CHECK(document == test::certified(*moved.timeline, "why ban on 2025-03-15"));
  CHECK(verify(document, *moved.timeline).outcome == Outcome::same);
  const auto finding = Json::parse(document)["answer"]["finding"];
  CHECK(finding["attributes"] == Json{{"limit", 0.1}, {"place", "here"}});
  CHECK(!finding["reasons"][0].contains("place"));
  CHECK(finding["reasons"][0]["event"] == "a");
}

TEST_CASE("any byte that changes is seen") {
  const auto timeline = test::timeline_of(test::certified_rules());
  const auto text = test::certified(timeline, clear);
  REQUIRE(verify(text, timeline).outcome == Outcome::same);
  std::size_t passed = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    for (const int bit : {0x01, 0x20, 0x80}) {
      auto other = text;
      other[at] = static_cast<char>(other[at] ^ bit);
      const auto found = verify(other, timeline);
      if (found.outcome != Outcome::refused || found.why.empty()) ++passed;
    }
    auto shorter = text;
    shorter.erase(at, 1);
    if (verify(shorter, timeline).outcome != Outcome::refused) ++passed;
    auto longer = text;
    longer.insert(at, 1, ' ');
    if (verify(longer, timeline).outcome != Outcome::refused) ++passed;
    if (verify(text.substr(0, at), timeline).outcome != Outcome::refused) ++passed;
  }
  CHECK(passed == 0);
  CHECK(verify(text + "\n", timeline).outcome == Outcome::refused);
}

TEST_CASE("a forged certificate differs from what the rules say") {
  const auto timeline = test::timeline_of(test::certified_rules());
  const auto text = test::certified(timeline, "on 2025-03-15 with item=chip, use=war");
  const auto found = verify(forged(text, "/answer/verdict", "clear"), timeline);
  CHECK(found.outcome == Outcome::differs);
  REQUIRE(found.differences.size() == 1);
  CHECK(found.differences[0].place == "/answer/verdict");
  CHECK(found.differences[0].was == "\"clear\"");
  CHECK(found.differences[0].is == "\"prohibited\"");
  CHECK(found.differs_in("answer"));
  CHECK(!found.differs_in("ans"));
  CHECK_THAT(render(found, {}), ContainsSubstring("does not say what follows from them"));
  const auto added = verify(forged(text, "/extra", 1), timeline);
  REQUIRE(added.differences.size() == 1);
  CHECK(added.differences[0].place == "/extra");
  CHECK(added.differences[0].is.empty());
}

TEST_CASE("other versions are said where the answer is the same") {
  const auto timeline = test::timeline_of(test::certified_rules());
  const auto text = forged(test::certified(timeline, clear), "/engine/version", "0.0.1");
  const auto found = verify(text, timeline);
  CHECK(found.outcome == Outcome::differs);
  REQUIRE(found.differences.size() == 1);
  CHECK(found.differences[0].place == "/engine/version");
  CHECK_THAT(render(found, {}), ContainsSubstring("written with another version of the engine;"));
  const auto both = verify(forged(text, "/tzdata", "1999a"), timeline);
  CHECK_THAT(render(both, Style{.width = 400}),
             ContainsSubstring("written with another version of the engine and another version of the time-zone data; "
                               "the answer is the same."));
}

TEST_CASE("rules that changed are told apart from an answer that did") {
  const auto rules = test::certified_rules();
  const auto text = test::certified(test::timeline_of(rules), clear);
  const auto digest_alone = verify(text, test::timeline_of(test::changed(rules, "A notice", "The notice")));
  REQUIRE(digest_alone.differences.size() == 1);
  CHECK(digest_alone.differences[0].place == "/rules/digest");
  CHECK_THAT(render(digest_alone, {}), ContainsSubstring("written with other rules; the answer is the same."));

  const auto considered =
      verify(text, test::timeline_of(test::changed(rules, "through: 2025-02-28", "through: 2025-03-01")));
  REQUIRE(considered.differences.size() == 3);
  CHECK(considered.differences[0].place == "/rules/digest");
  CHECK(!considered.differs_in("considered/0"));
  CHECK(considered.differences[2].row == "old");
  CHECK(considered.differences[2].is == "\"last in force through 2025-03-01\"");

  const auto answer =
      verify(text, test::timeline_of(test::changed(rules, "through: 2025-02-28", "through: 2025-04-01")));
  CHECK(answer.differs_in("answer"));
  CHECK(answer.differs_in("considered"));
  const auto json = Json::parse(render(answer, Style{.format = Format::json}));
  CHECK(json["outcome"] == "differs");
  CHECK(json["same_answer"] == false);
  CHECK(json["differences"].size() == answer.differences.size());
}

TEST_CASE("rules without the measure asked about cannot answer") {
  const auto rules = test::certified_rules();
  const auto text = test::certified(test::timeline_of(rules), "when bill");
  const auto found =
      verify(text, test::timeline_of(test::changed(
                       test::changed(rules, "  bill: {title: A bill, kind: proposal}\n", ""), ", {impose: bill}", "")));
  CHECK(found.outcome == Outcome::unanswered);
  CHECK_THAT(found.why, ContainsSubstring("`bill`"));
  REQUIRE(found.differences.size() == 1);
  CHECK(found.differences[0].place == "/rules/digest");
}

TEST_CASE("a whole document that lacks members is asked again all the same") {
  const auto timeline = test::timeline_of(test::certified_rules());
  const auto sealed = [](const std::string& question) {
    return forged("{\"format\":1,\"inforce\":\"certificate\"}\n", "/question", Json::parse(question));
  };
  const auto gone = verify(sealed(R"({"ask":"when","when":"gone","with":{},"known":null})"), timeline);
  CHECK(gone.outcome == Outcome::unanswered);
  REQUIRE(gone.differences.size() == 3);
  CHECK(gone.differences[0].was.empty());
  const auto bare = verify(sealed(R"({"ask":"when","when":"ban","with":{},"known":null})"), timeline);
  CHECK(bare.outcome == Outcome::differs);
  CHECK(bare.differs_in("answer"));
  CHECK(verify(sealed("7"), timeline).why == "its question cannot be read: `question` is not an object");
}
