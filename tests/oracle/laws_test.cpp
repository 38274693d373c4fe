// Laws that hold of every answer, whatever the rules say; asked through the public headers only.
#include "tests/oracle/laws.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "tests/oracle/generator.h"
#include "tests/oracle/zones.h"
#include "tests/support/catch.h"

namespace {

using namespace oracle;
using std::chrono::days;
using std::chrono::seconds;

// Several states of knowledge; without those that assume proposed events, which may contradict others.
std::vector<Knowledge> states_of(const Story& story) {
  std::vector<Knowledge> all = questions_of_knowledge(story);
  all.erase(std::remove_if(all.begin(), all.end(),
                           [](const Knowledge& state) { return !state.assume.empty() || !state.without.empty(); }),
            all.end());
  return all;
}

// `when` of every measure in every state of knowledge, as text.
std::string histories(const Story& story, const inforce::Timeline& timeline) {
  std::string text;
  for (const Knowledge& knowledge : states_of(story))
    for (const std::string& id : leaves(story)) {
      text += id + to_text(knowledge) + "\n";
      for (const inforce::Interval& interval : when_of(timeline, id, knowledge).intervals)
        text += "  " + to_text(interval) + "\n";
    }
  return text;
}

std::string statuses(const inforce::OnAnswer& answer) {
  std::string text;
  for (const inforce::Finding& row : rows_of(answer)) {
    text += row.id + " " + std::string(inforce::to_string(row.status));
    for (const auto& attribute : row.attributes) text += " " + attribute.first;
    text += "\n";
  }
  return text;
}

bool holds(const inforce::Interval& interval, Moment moment) {
  return (!interval.from || interval.from->moment <= moment) && (!interval.before || moment < interval.before->moment);
}

}  // namespace

TEST_CASE("laws: the order of files and of events changes nothing, nor does the digest") {
  each_story([](const Story& story, const inforce::Timeline& timeline) {
    std::vector<std::size_t> order(story.events.size());
    std::iota(order.rbegin(), order.rend(), std::size_t{0});
    const Engine turned = read({{"a.yaml", to_yaml(story, order)}});
    REQUIRE(turned.timeline);
    CHECK(turned.timeline->rulebook().digest() == timeline.rulebook().digest());
    CHECK(histories(story, *turned.timeline) == histories(story, timeline));
    std::vector<std::pair<std::string, std::string>> files{{"zz.yaml", vocabulary_yaml(story)}};
    for (std::size_t i = 0; i < story.events.size(); ++i)
      files.emplace_back(std::to_string((i * 7 + 3) % 10) + story.events[i].id + ".yaml",
                         "# a comment\ninforce: 1\nevents:\n" + event_yaml(story.events[i]));
    const Engine split = read(files);
    REQUIRE(split.timeline);
    CHECK(split.timeline->rulebook().digest() == timeline.rulebook().digest());
    CHECK(histories(story, *split.timeline) == histories(story, timeline));
  });
}

TEST_CASE("laws: events that touch other measures change nothing") {
  each_story([](const Story& story, const inforce::Timeline& timeline) {
    Story more = story;
    Measure other;
    other.id = "other";
    other.zone = "UTC";
    more.measures.push_back(other);
    Event event;
    event.id = "z-other";
    event.date.day = Day{std::chrono::year{2012} / 4 / 1};
    Effect effect;
    effect.measure = "other";
    event.effects = {effect};
    more.events.push_back(event);
    event.id = "a-other";
    event.date = DateText{};
    event.date.form = Form::choice;
    event.date.choices = {{Day{std::chrono::year{2025} / 3 / 1}, Day{std::chrono::year{2025} / 3 / 30}}};
    event.effects[0].verb = Verb::suspend;
    more.events.push_back(event);
    const Engine engine = read({{"story.yaml", to_yaml(more)}});
    REQUIRE(engine.timeline);
    CHECK(histories(story, *engine.timeline) == histories(story, timeline));
    CHECK(engine.timeline->rulebook().digest() != timeline.rulebook().digest());
  });
}

TEST_CASE("laws: before any event is known, nothing is") {
  const Knowledge nothing{Knowledge::Kind::day, Day{std::chrono::year{2000} / 1 / 1}, {}, {}};
  each_story([&](const Story& story, const inforce::Timeline& timeline) {
    for (const Event& event : story.events)  // `[..DAY]` is known from its last day
      REQUIRE(known_from(story, event) > start_of(nothing.day, "UTC"));
    for (const std::string& id : leaves(story)) CHECK(when_of(timeline, id, nothing).intervals.empty());
    for (const inforce::Finding& row :
         rows_of(on_of(timeline, inforce::When::on_day(Day{std::chrono::year{2025} / 4 / 1}), nothing)))
      CHECK(row.status == inforce::Status::not_yet);
  });
}

TEST_CASE("laws: certain intervals are maximal, do not overlap, and lie within one possible run") {
  each_story([](const Story& story, const inforce::Timeline& timeline) {
    for (const Knowledge& knowledge : states_of(story))
      for (const std::string& id : leaves(story)) {
        const inforce::WhenAnswer answer = when_of(timeline, id, knowledge);
        std::vector<inforce::Interval> certain, possible;
        for (const inforce::Interval& interval : answer.intervals)
          (interval.certain ? certain : possible).push_back(interval);
        for (std::size_t i = 1; i < certain.size(); ++i) {
          const inforce::Interval& last = certain[i - 1];
          REQUIRE(last.before);
          REQUIRE(certain[i].from);
          CHECK(last.before->moment <= certain[i].from->moment);
          if (last.before->moment == certain[i].from->moment)
            CHECK((last.state != certain[i].state || last.attributes != certain[i].attributes));
        }
        if (possible.empty()) continue;
        for (const inforce::Interval& inner : certain) {
          const auto around = std::count_if(possible.begin(), possible.end(), [&](const inforce::Interval& outer) {
            const bool starts = !outer.from || (inner.from && outer.from->moment <= inner.from->moment);
            const bool ends = !outer.before || (inner.before && inner.before->moment <= outer.before->moment);
            return starts && ends && outer.state == inner.state && outer.attributes == inner.attributes;
          });
          CHECK(around == 1);
        }
      }
  });
}

TEST_CASE("laws: on agrees with when at every bound") {
  each_story([](const Story& story, const inforce::Timeline& timeline) {
    for (const Measure& measure : story.measures) {
      if (measure.whole || measure.group) continue;
      const inforce::WhenAnswer history = when_of(timeline, measure.id);
      for (const Moment moment : edges(history)) {
        std::string certain;
        bool possible = false, one_state = true;
        for (const inforce::Interval& interval : history.intervals) {
          if (!holds(interval, moment)) continue;
          if (interval.certain)
            certain = interval.state;
          else
            possible = true;
        }
        for (const inforce::Interval& a : history.intervals)
          for (const inforce::Interval& b : history.intervals)
            if (holds(a, moment) && holds(b, moment) && a.state != b.state) one_state = false;
        for (const inforce::Finding& row : rows_of(on_of(timeline, inforce::When::at(moment)))) {
          if (row.id != measure.id) continue;
          INFO(measure.id << " at " << to_text(moment));
          const std::string status(inforce::to_string(row.status));
          if (!certain.empty())
            CHECK(status == (certain == "in-force" ? "applies" : certain));
          else if (!possible)
            CHECK((status == "pending" || status == "ended" || status == "not-yet" || status == "never"));
          else if (!one_state)
            CHECK(status == "may-apply");
        }
      }
    }
  });
}

TEST_CASE("laws: on for a day agrees with the moments of that day") {
  each_story([](const Story& story, const inforce::Timeline& timeline) {
    for (const Measure& measure : story.measures) {
      if (measure.whole || measure.group) continue;
      const std::vector<Moment> all = edges(when_of(timeline, measure.id));
      const Knowledge fixed{Knowledge::Kind::day, Day{std::chrono::year{2030} / 1 / 1}, {}, {}};
      for (const Moment edge : all) {
        const Day day = day_of(edge, measure.zone);
        const Moment start = start_of(day, measure.zone), before = start_of(day + days{1}, measure.zone);
        const auto status_of = [&](const inforce::When& on) {
          for (const inforce::Finding& row : rows_of(on_of(timeline, on, fixed)))
            if (row.id == measure.id) return row.status;
          return inforce::Status::out_of_scope;
        };
        const inforce::Status whole = status_of(inforce::When::on_day(day));
        if (whole == inforce::Status::may_apply) continue;
        INFO(measure.id << " on " << to_text(day));
        for (const Moment moment : {start, edge, before - seconds{1}})
          if (start <= moment && moment < before) CHECK(status_of(inforce::When::at(moment)) == whole);
      }
    }
  });
}

TEST_CASE("laws: the answer is the same anywhere inside stable") {
  each_story([](const Story& story, const inforce::Timeline& timeline) {
    for (const std::string& id : leaves(story)) {
      if (id.find('/') != std::string::npos) continue;
      for (const Moment moment : edges(when_of(timeline, id))) {
        const inforce::OnAnswer answer = on_of(timeline, inforce::When::at(moment));
        INFO("asked at " << to_text(moment));
        const inforce::Stable& stable = answer.stable;
        if (stable.from) CHECK(stable.from->moment <= moment);
        if (stable.before) CHECK(moment < stable.before->moment);
        std::vector<Moment> within;
        if (stable.from) within.push_back(stable.from->moment);
        if (stable.before) within.push_back(stable.before->moment - seconds{1});
        if (stable.from && stable.before)
          within.push_back(stable.from->moment + (stable.before->moment - stable.from->moment) / 2);
        for (const Moment other : within) {
          INFO("stable holds " << to_text(other));
          CHECK(statuses(on_of(timeline, inforce::When::at(other))) == statuses(answer));
        }
      }
    }
  });
}
