// Laws of what is answered for the facts of a case (S18–S24), asked through the public headers only.
#include <algorithm>
#include <thread>

#include "tests/oracle/laws.h"
#include "tests/oracle/zones.h"
#include "tests/support/catch.h"

namespace {

using namespace oracle;
using inforce::Status;
using inforce::Verdict;

struct Question {
  const Story& story;
  const inforce::Timeline& timeline;
  inforce::When on;
  Facts facts;

  inforce::OnAnswer answer() const { return with(facts); }
  inforce::OnAnswer with(const Facts& other, bool all = true) const { return on_of(timeline, on, {}, other, all); }
};

// A few moments and days about the bounds of the measures, for each case of each story.
void each_question(const std::function<void(const Question&)>& check, std::size_t about = 5) {
  each_story([&](const Story& story, const inforce::Timeline& timeline) {
    std::vector<Moment> all;
    for (const std::string& id : leaves(story))
      for (const Moment moment : edges(when_of(timeline, id))) all.push_back(moment);
    std::sort(all.begin(), all.end());
    all.erase(std::unique(all.begin(), all.end()), all.end());
    const std::size_t step = all.size() / about + 1;
    for (const Facts& facts : story.cases)
      for (std::size_t i = 0; i < all.size(); i += step)
        for (const auto& on : {inforce::When::at(all[i]), inforce::When::on_day(day_of(all[i], ""))}) {
          INFO("on " << inforce::to_string(on) << " --with " << to_text(facts));
          check({story, timeline, on, facts});
        }
  });
}

const inforce::Finding* row_of(const std::vector<inforce::Finding>& rows, const std::string& id) {
  const auto row = std::find_if(rows.begin(), rows.end(), [&](const auto& r) { return r.id == id; });
  return row == rows.end() ? nullptr : &*row;
}

bool is_one_of_four(Verdict verdict) { return verdict >= Verdict::notify && verdict <= Verdict::prohibited; }

// The mildest and the most severe that an answer leaves possible.
Verdict mildest(const inforce::OnAnswer& answer) {
  return is_one_of_four(*answer.verdict) ? *answer.verdict : Verdict::clear;
}
Verdict severest(const inforce::OnAnswer& answer) {
  return std::max(mildest(answer), answer.could_be.value_or(Verdict::clear));
}

std::string in_words(const inforce::OnAnswer& answer) {
  std::string text = std::string(inforce::to_string(*answer.verdict));
  if (answer.could_be) text += ", could be " + std::string(inforce::to_string(*answer.could_be));
  for (const inforce::Finding& row : rows_of(answer)) text += "\n" + row.id + " " + std::string(to_string(row.status));
  return text;
}

// Whether anything is said of an attribute, also by an item.
bool is_known(const Question& question, const std::string& attribute) {
  if (question.facts.count(attribute)) return true;
  if (!question.facts.count("item")) return false;
  for (const Item& item : question.story.items)
    for (const std::string& id : question.facts.at("item"))
      if (item.id == id && item.facts.count(attribute)) return true;
  return false;
}

// A value that some case or some item gives to an attribute, or one that none does.
std::string some_value(const Story& story, const std::string& attribute) {
  for (const Facts& facts : story.cases)
    if (facts.count(attribute)) return facts.at(attribute)[0];
  static const std::map<Type, std::string> others{{Type::code, "other"},      {Type::country, "FR"},
                                                  {Type::text, "else"},       {Type::number, "7"},
                                                  {Type::date, "2013-01-01"}, {Type::flag, "true"}};
  return others.at(vocabulary().at(attribute));
}

std::vector<std::string> unknown_attributes(const Question& question) {
  std::vector<std::string> unknown;
  for (const auto& [attribute, type] : vocabulary())
    if (!is_known(question, attribute)) unknown.push_back(attribute);
  return unknown;
}

// What a status may become when a fact is added of which nothing was known.
bool may_become(Status before, Status after) {
  if (before == after || before == Status::may_apply) return true;
  if (before == Status::grace && after == Status::released) return true;
  return before != Status::applies && after == Status::out_of_scope;
}

void check_more_facts(const inforce::OnAnswer& before, const inforce::OnAnswer& after, bool whole_day) {
  const auto rows = rows_of(after);
  for (const inforce::Finding& row : rows_of(before)) {
    const inforce::Finding* other = row_of(rows, row.id);
    INFO(row.id << " " << to_string(row.status));
    REQUIRE(other);
    if (!whole_day || row.status == Status::applies) CHECK(may_become(row.status, other->status));
  }
  CHECK(mildest(before) <= mildest(after));
  if (whole_day) return;  // a part of the day may be out of scope now: then the day has two statuses (S13)
  CHECK(severest(after) <= severest(before));
  if (*before.verdict == Verdict::clear || *before.verdict == Verdict::not_covered)
    CHECK(*after.verdict == *before.verdict);
}

// The same story without the authorizations that release a measure.
Story without_releases(const Story& story, const std::string& measure) {
  std::set<std::string> named{measure};
  for (bool more = true; more;) {
    more = false;
    for (const Measure& part : story.measures)
      if (named.count(part.id) && !part.part_of.empty()) more |= named.insert(part.part_of).second;
  }
  Story rest = story;
  std::set<std::string> gone;
  for (const Measure& one : story.measures)
    if (one.authorization && std::any_of(one.releases.begin(), one.releases.end(),
                                         [&](const std::string& id) { return named.count(id) > 0; }))
      gone.insert(one.id);
  const auto is_gone = [&](const auto& one) { return gone.count(one) > 0; };
  rest.measures.erase(
      std::remove_if(rest.measures.begin(), rest.measures.end(), [&](const Measure& one) { return is_gone(one.id); }),
      rest.measures.end());
  for (Event& event : rest.events)
    event.effects.erase(std::remove_if(event.effects.begin(), event.effects.end(),
                                       [&](const Effect& effect) { return is_gone(effect.measure); }),
                        event.effects.end());
  return rest;
}

// A restriction with dates and a scope of its own, that nothing else names.
Story with_unrelated(const Story& story, int variant) {
  static const std::vector<std::string> kinds{"prohibition", "notification", "guidance", "licence-requirement"};
  Story more = story;
  Measure other;
  other.id = "other";
  other.zone = variant % 2 ? "Asia/Shanghai" : "UTC";
  other.kind = kinds[static_cast<std::size_t>(variant) % kinds.size()];
  if (variant % 3) {
    other.scope = Scope{};
    other.scope->attribute = variant % 3 == 1 ? "destination" : "tpp";
    other.scope->values = {variant % 3 == 1 ? "CN" : "4800"};
  }
  more.measures.push_back(other);
  Event event;
  event.id = "other-begins";
  event.zone = "UTC";
  event.date.day = Day{std::chrono::year{2012} / 3 / 25};
  if (variant % 4 == 3) {
    event.date.form = Form::choice;
    event.date.choices = {{Day{std::chrono::year{2025} / 3 / 1}, Day{std::chrono::year{2025} / 4 / 10}}};
  }
  Effect effect;
  effect.measure = "other";
  event.effects = {effect};
  more.events.push_back(event);
  return more;
}

}  // namespace

TEST_CASE("laws: more facts never turn applies into may-apply, and narrow the verdict") {
  int narrowed = 0;
  each_question(
      [&](const Question& question) {
        const inforce::OnAnswer before = question.answer();
        Facts all = question.facts;
        for (const std::string& attribute : unknown_attributes(question)) {
          Facts more = question.facts;
          more[attribute] = all[attribute] = {some_value(question.story, attribute)};
          INFO("and " << attribute << "=" << more[attribute][0]);
          check_more_facts(before, question.with(more), question.on.day.has_value());
        }
        const inforce::OnAnswer after = question.with(all);
        check_more_facts(before, after, question.on.day.has_value());
        narrowed += *before.verdict == Verdict::undetermined && *after.verdict != Verdict::undetermined;
      },
      3);
  CHECK(narrowed > 20);
}

TEST_CASE("laws: the facts named as missing decide, where no date is inexact") {
  int decided = 0;
  each_question([&](const Question& question) {
    if (completions(question.story) > 1 || question.on.day) return;
    for (const inforce::Finding& row : rows_of(question.answer())) {
      if (row.status != Status::may_apply) continue;
      INFO(row.id);
      CHECK(!row.missing.empty());
      Facts more = question.facts;
      for (const std::string& attribute : row.missing) more[attribute] = {some_value(question.story, attribute)};
      const auto rows = rows_of(question.with(more));
      REQUIRE(row_of(rows, row.id));
      CHECK(row_of(rows, row.id)->status != Status::may_apply);
      ++decided;
    }
  });
  CHECK(decided > 20);
}

TEST_CASE("laws: a filter only removes") {
  each_question([](const Question& question) {
    const inforce::OnAnswer all = question.answer(), some = question.with(question.facts, false);
    const auto all_rows = rows_of(all), force_rows = rows_of(question.with({}));
    CHECK(all.verdict == some.verdict);
    CHECK(all.could_be == some.could_be);
    for (const inforce::Finding& row : rows_of(some)) {
      REQUIRE(row_of(all_rows, row.id));
      CHECK(row_of(all_rows, row.id)->status == row.status);
    }
    if (question.on.day) return;                    // what changes within a day may apply for other reasons
    for (const inforce::Finding& row : all_rows) {  // facts leave out what is not about the case; they add nothing
      if (row.status != Status::applies && row.status != Status::may_apply) continue;
      INFO(row.id);
      REQUIRE(row_of(force_rows, row.id));
      const Status force = row_of(force_rows, row.id)->status;
      CHECK((force == Status::applies ||
             (row.status == Status::may_apply && (force == Status::may_apply || force == Status::grace))));
    }
  });
}

TEST_CASE("laws: a filter by regime leaves out measures, changes the status of none, and gives no verdict") {
  int kept = 0;
  each_question([&](const Question& question) {
    for (const Regime& regime : question.story.regimes) {
      inforce::Query query;
      query.on = question.on;
      query.facts = question.facts;
      query.all = true;
      query.regimes = {regime.id};
      const auto answer = inforce::answer(question.timeline, query);
      REQUIRE(answer);
      const auto& some = std::get<inforce::OnAnswer>(answer->content);
      CHECK(!some.verdict);
      const auto all_rows = rows_of(question.answer());
      for (const inforce::Finding& row : rows_of(some)) {
        INFO(row.id);
        REQUIRE(row_of(all_rows, row.id));
        CHECK(row_of(all_rows, row.id)->status == row.status);
        ++kept;
      }
    }
  });
  CHECK(kept > 20);
}

TEST_CASE("laws: an unrelated restriction never makes a verdict milder, and changes no other measure") {
  int variant = 0, severer = 0;
  each_story([&](const Story& story, const inforce::Timeline& timeline) {
    const Engine engine = read({{"story.yaml", to_yaml(with_unrelated(story, ++variant))}});
    REQUIRE(engine.timeline);
    for (const Facts& facts : story.cases)
      for (const int month : {3, 4, 10}) {
        const auto on = inforce::When::on_day(Day{std::chrono::year{2025} / month / 24});
        const inforce::OnAnswer before = on_of(timeline, on, {}, facts), after = on_of(*engine.timeline, on, {}, facts);
        INFO(inforce::to_string(on) << " " << to_text(facts) << "\n" << in_words(before) << "\n" << in_words(after));
        CHECK(mildest(before) <= mildest(after));
        CHECK(severest(before) <= severest(after));
        CHECK((*after.verdict != Verdict::clear || *before.verdict == Verdict::clear));
        CHECK((*after.verdict != Verdict::not_covered || *before.verdict == Verdict::not_covered));
        severer += severest(before) < severest(after);
        const auto rows = rows_of(after);
        for (const inforce::Finding& row : rows_of(before)) {
          REQUIRE(row_of(rows, row.id));
          CHECK(row_of(rows, row.id)->status == row.status);
        }
      }
  });
  CHECK(severer > 20);
}

TEST_CASE("laws: a verdict for a set of cases is the set of verdicts") {
  each_story([](const Story& story, const inforce::Timeline& timeline) {
    const auto on = inforce::When::on_day(Day{std::chrono::year{2025} / 3 / 24});
    const auto ask = [&](const Facts& facts) {
      const auto answer = ask_on(timeline, on, {}, facts);
      return answer ? inforce::render(*answer, {inforce::Format::json}) : std::string("error");
    };
    std::vector<std::string> alone;
    for (const Facts& facts : story.cases) {  // a rule set that has answered nothing yet
      const Engine fresh = read({{"story.yaml", to_yaml(story)}});
      alone.push_back(inforce::render(*ask_on(*fresh.timeline, on, {}, facts), {inforce::Format::json}));
    }
    std::vector<std::string> together(alone.size()), backwards(alone.size());
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < alone.size(); ++i) threads.emplace_back([&, i] { together[i] = ask(story.cases[i]); });
    for (std::thread& thread : threads) thread.join();
    for (std::size_t i = alone.size(); i-- > 0;) backwards[i] = ask(story.cases[i]);
    CHECK(together == alone);
    CHECK(backwards == alone);
  });
}

TEST_CASE("laws: the order of values, of files and of events changes no answer to a case") {
  each_story([](const Story& story, const inforce::Timeline& timeline) {
    std::vector<std::size_t> order(story.events.size());
    for (std::size_t i = 0; i < order.size(); ++i) order[i] = order.size() - 1 - i;
    const Engine turned = read({{"a.yaml", to_yaml(story, order)}});
    REQUIRE(turned.timeline);
    const auto on = inforce::When::on_day(Day{std::chrono::year{2025} / 3 / 24});
    for (const Facts& facts : story.cases) {
      Facts reversed = facts;
      for (auto& [attribute, values] : reversed) {
        std::reverse(values.begin(), values.end());
        values.push_back(values.front());
      }
      const std::string text = in_words(on_of(timeline, on, {}, facts));
      CHECK(in_words(on_of(timeline, on, {}, reversed)) == text);
      CHECK(in_words(on_of(*turned.timeline, on, {}, facts)) == text);
    }
  });
}

TEST_CASE("laws: a fact that no scope mentions changes nothing") {
  each_question([](const Question& question) {
    Facts more = question.facts;
    more["remark"] = {"red", "blue"};
    CHECK(in_words(question.with(more)) == in_words(question.answer()));
  });
}

TEST_CASE("laws: what is released would apply without the authorization") {
  int released = 0;
  each_question(
      [&](const Question& question) {
        if (question.on.day) return;
        for (const inforce::Finding& row : question.answer().restrictions) {
          if (row.status != Status::released) continue;
          const Engine engine = read({{"story.yaml", to_yaml(without_releases(question.story, row.id))}});
          if (!engine.timeline) continue;  // an event that others name may have lost its meaning
          INFO(row.id);
          const auto rows = rows_of(on_of(*engine.timeline, question.on, {}, question.facts));
          REQUIRE(row_of(rows, row.id));
          const Status status = row_of(rows, row.id)->status;
          CHECK((status == Status::applies || status == Status::grace || status == Status::may_apply));
          ++released;
        }
      },
      25);
  CHECK(released > 10);
}

TEST_CASE("laws: knowledge far in the future is all knowledge") {
  const Knowledge future{Knowledge::Kind::day, Day{std::chrono::year{2140} / 1 / 1}, {}, {}};
  each_question([&](const Question& question) {
    if (question.on.day) return;  // what is pending may be out of scope, what is not yet is not: two statuses (S13)
    for (const Event& event : question.story.events)
      if (known_from(question.story, event) == forever) return;  // never known, as far as is written
    const inforce::OnAnswer all = question.answer();
    const inforce::OnAnswer known = on_of(question.timeline, question.on, future, question.facts);
    CHECK(all.verdict == known.verdict);
    CHECK(all.could_be == known.could_be);
    const auto rows = rows_of(known);
    for (const inforce::Finding& row : rows_of(all)) {
      INFO(row.id);
      if (!row_of(rows, row.id)) {
        CHECK(row.status == Status::not_yet);  // D8: no event imposes it
        continue;
      }
      const Status status = row_of(rows, row.id)->status;
      const bool coming =  // S11: known by then; what is pending and not about the case is out of scope
          row.status == Status::not_yet && (status == Status::pending || status == Status::out_of_scope);
      CHECK((coming || status == row.status));
    }
  });
}
