// Definitions of reports: what they select, and what is wrong in them.
#include "engine/model/rulebook.h"
#include "tests/support/catch.h"
#include "tests/support/rules.h"

namespace inforce::test {
namespace {

std::string rules() {
  return "inforce: 1\n"
         "defaults: {jurisdiction: US, time_zone: UTC, regime: chips}\n"
         "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\n"
         "vocabulary: {item: {type: code}, end_user: {type: code}}\n"
         "groups: {list: {title: A list, attribute: end_user}}\n"
         "restrictions:\n"
         "  whole: {title: A whole, kind: prohibition}\n"
         "  part: {title: A part, kind: prohibition, part_of: whole}\n"
         "  other: {title: Another, kind: guidance}\n"
         "events:\n"
         "  - id: e\n"
         "    title: An event\n"
         "    date: 2025-01-01\n"
         "    sources: [s]\n"
         "    effects: [{impose: part}, {impose: other}, {enlist: list, members: [acme, beta]}]\n";
}

struct Loaded {
  Sources sources;
  std::vector<std::string> found;
  std::vector<model::Story> stories;
  std::vector<std::string> ids;

  explicit Loaded(const std::string& timeline) {
    const std::vector<std::string> roots{"."};
    const auto files = memory_files({{"rules.yaml", rules()}, {"timeline.yaml", "inforce: 1\ntimeline:\n" + timeline}});
    const auto book = load(*files, roots, sources);
    found = brief(sources, book.diagnostics());
    if (!book) return;
    stories = book->model().stories;
    for (const auto& measure : book->model().measures) ids.push_back(measure.id);
  }

  [[nodiscard]] std::string names(const std::vector<model::MeasureId>& measures) const {
    std::string text;
    for (const auto id : measures) text += ids[id.value] + " ";
    return text;
  }
};

std::vector<std::string> found_in(const std::string& timeline) { return Loaded(timeline).found; }

}  // namespace

TEST_CASE("check timeline: a definition selects by name, a group by its members, in the order of the file") {
  const Loaded loaded(
      "  title: A report\n"
      "  question: What applied?\n"
      "  with: {item: [H20, H200]}\n"
      "  measures: [whole, list]\n"
      "  regimes: [chips]\n"
      "  jurisdictions: [US]\n"
      "  events: [e]\n"
      "  without: [other, e]\n"
      "  from: 2025-01-01\n"
      "  through: 2025-12-31\n"
      "  on: 2025-02-01T12:00Z\n"
      "  known: 2025-03-01\n"
      "  lanes:\n"
      "    - {title: Second, measures: [other], note: Why}\n"
      "    - {title: First, measures: [list/beta, list/acme], events: [e]}\n"
      "  notes: Some *words*.\n");
  REQUIRE(loaded.found == std::vector<std::string>{});
  REQUIRE(loaded.stories.size() == 1);
  const model::Story& story = loaded.stories.front();
  CHECK(story.title == "A report");
  CHECK(story.question == "What applied?");
  CHECK(story.facts == Facts{{"item", {"H20", "H200"}}});
  CHECK(loaded.names(story.measures) == "whole list/acme list/beta ");
  CHECK(story.regimes == std::vector<std::string>{"chips"});
  CHECK(story.jurisdictions == std::vector<std::string>{"US"});
  CHECK(story.events.size() == 1);
  CHECK(loaded.names(story.without_measures) == "other ");
  CHECK(story.without_events.size() == 1);
  CHECK(to_string(*story.from) == "2025-01-01");
  CHECK(to_string(*story.through) == "2025-12-31");
  CHECK(to_string(*story.on) == "2025-02-01T12:00:00Z");
  CHECK(to_string(*story.known) == "2025-03-01");
  REQUIRE(story.lanes.size() == 2);
  CHECK(story.lanes[0].title == "Second");
  CHECK(story.lanes[0].note == "Why");
  CHECK(loaded.names(story.lanes[0].measures) == "other ");
  CHECK(loaded.names(story.lanes[1].measures) == "list/beta list/acme ");
  CHECK(story.lanes[1].events.size() == 1);
  CHECK(story.notes == "Some *words*.");
}

TEST_CASE("check timeline: what is selected or left out must be there") {
  CHECK(found_in("  title: A report\n  measures: [parts]\n") ==
        std::vector<std::string>{"IF301 4:14-4:19 there is no restriction, authorization or group `parts`"});
  CHECK(found_in("  title: A report\n  events: [f]\n") ==
        std::vector<std::string>{"IF302 4:12-4:13 there is no event `f`"});
  CHECK(found_in("  title: A report\n  without: [f]\n") ==
        std::vector<std::string>{"IF301 4:13-4:14 there is no restriction, authorization or group `f`"});
  CHECK(found_in("  title: A report\n  regimes: [chip]\n") ==
        std::vector<std::string>{"IF317 4:13-4:17 nothing in these rules is of `chip`"});
  CHECK(found_in("  title: A report\n  jurisdictions: [CN]\n") ==
        std::vector<std::string>{"IF318 4:19-4:21 nothing in these rules is of `CN`"});
  CHECK(found_in("  title: A report\n  with: {itm: H20}\n") ==
        std::vector<std::string>{"IF307 4:10-4:13 there is no attribute `itm`"});
}

TEST_CASE("check timeline: days that run backwards, dates that are not exact") {
  CHECK(found_in("  title: A report\n  from: 2025-02-01\n  through: 2025-01-01\n") ==
        std::vector<std::string>{"IF207 5:12-5:22 `through` is before `from`"});
  CHECK(found_in("  title: A report\n  on: 2025-02\n").front().substr(0, 5) == "IF208");
}

TEST_CASE("check timeline: lanes hold something, and nothing stands in two") {
  CHECK(found_in("  title: A report\n  lanes: [{title: Empty}]\n") ==
        std::vector<std::string>{"IF104 4:12-4:17 a lane needs `measures` or `events`"});
  CHECK(found_in("  title: A report\n  lanes: [words]\n") ==
        std::vector<std::string>{"IF102 4:11-4:16 a lane is told by a map, not by text"});
  CHECK(found_in("  title: A report\n  lanes: [{title: A, measures: [part]}, {title: B, measures: [part]}]\n") ==
        std::vector<std::string>{"IF806 4:63-4:67 `part` stands twice in the lanes"});
  CHECK(found_in("  title: A report\n  measures: [part, part]\n") ==
        std::vector<std::string>{"IF806 4:20-4:24 `part` stands twice in the list"});
}

TEST_CASE("check timeline: a report is no part of the digest") {
  Sources sources;
  const std::vector<std::string> roots{"."};
  const auto bare = load(*memory_files({{"rules.yaml", rules()}}), roots, sources);
  const auto told = load(*memory_files({{"rules.yaml", rules() + "timeline: {title: A report}\n"}}), roots, sources);
  REQUIRE(bare);
  REQUIRE(told);
  CHECK(bare->digest() == told->digest());
}

}  // namespace inforce::test
