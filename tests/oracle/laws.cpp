#include "tests/oracle/laws.h"

#include "tests/oracle/generator.h"
#include "tests/support/catch.h"

namespace oracle {

using std::chrono::seconds;

inforce::WhenAnswer when_of(const inforce::Timeline& timeline, const std::string& id, const Knowledge& knowledge) {
  const auto answer = ask_when(timeline, id, knowledge);
  INFO(error_of(answer));
  REQUIRE(answer);
  return std::get<inforce::WhenAnswer>(answer->content);
}

inforce::OnAnswer on_of(const inforce::Timeline& timeline, const inforce::When& on, const Knowledge& knowledge,
                        const Facts& facts, bool all) {
  const auto answer = ask_on(timeline, on, knowledge, facts, all);
  INFO(error_of(answer));
  REQUIRE(answer);
  return std::get<inforce::OnAnswer>(answer->content);
}

std::vector<inforce::Finding> rows_of(const inforce::OnAnswer& answer) {
  std::vector<inforce::Finding> rows = answer.restrictions;
  rows.insert(rows.end(), answer.authorizations.begin(), answer.authorizations.end());
  return rows;
}

namespace {

struct Told {
  std::uint64_t seed;
  Story story;
  inforce::Timeline timeline;
};

// All laws are asked about the same stories, which are read once.
const std::vector<Told>& told() {
  constexpr std::uint64_t first_seed = 5000, stories = 120;
  static const std::vector<Told> all = [] {
    std::vector<Told> read_stories;
    for (std::uint64_t seed = first_seed; seed < first_seed + stories; ++seed) {
      Story story = generate(seed);
      const Engine engine = read({{"story.yaml", to_yaml(story)}});
      if (engine.timeline) read_stories.push_back({seed, std::move(story), *engine.timeline});
    }
    CHECK(read_stories.size() > stories / 2);
    return read_stories;
  }();
  return all;
}

}  // namespace

void each_story(const std::function<void(const Story&, const inforce::Timeline&)>& check) {
  for (const Told& one : told()) {
    INFO("seed " << one.seed << "\n" << to_yaml(one.story));
    check(one.story, one.timeline);
  }
}

std::vector<Moment> edges(const inforce::WhenAnswer& answer) {
  std::vector<Moment> all;
  for (const inforce::Interval& interval : answer.intervals)
    for (const auto& bound : {interval.from, interval.before})
      if (bound)
        for (const int step : {-1, 0, 1}) all.push_back(bound->moment + seconds{step});
  return all;
}

}  // namespace oracle
