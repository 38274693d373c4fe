// What the complete example becomes in the model.
#include <fstream>
#include <sstream>

#include "engine/model/rulebook.h"
#include "tests/support/catch.h"
#include "tests/unit/check/base_rules.h"

namespace inforce::test {
namespace {

const model::Rulebook& example() {
  static Sources sources;
  static const Rulebook rules = [] {
    std::ifstream file(std::string(INFORCE_SOURCE_DIR) + "/tests/unit/check/fixtures/example.yaml");
    std::ostringstream text;
    text << file.rdbuf();
    const std::vector<std::string> roots{"."};
    return load(*memory_files({{"example.yaml", text.str()}}), roots, sources).value();
  }();
  return rules.model();
}

const model::Measure& measure(const char* id) { return example()[*model::find_measure(example(), id)]; }
const model::Event& event(const char* id) { return example()[*model::find_event(example(), id)]; }
const model::Effect& effect(const char* id, std::size_t number) { return example()[event(id).effects[number]]; }

}  // namespace

TEST_CASE("check decode: measures are sorted and know their parts, groups and defaults") {
  Lines ids;
  for (const model::Measure& each : example().measures) ids.push_back(each.id);
  CHECK(ids == Lines{"eu-annex/acme", "eu-annex/zeta", "eu-optics-art-2", "eu-optics-art-3", "eu-optics-old-contracts",
                     "eu-optics-rules", "no-advice"});
  CHECK(model::leaves(example(), *model::find_measure(example(), "eu-optics-rules")) ==
        std::vector<model::MeasureId>{{2}, {3}});
  CHECK(measure("eu-optics-art-3").requires_conduct == "A report within 30 days");
  CHECK(measure("eu-optics-art-3").forbids_conduct == "Late reports");
  CHECK(measure("eu-optics-art-2").basis == "Article 2");
  CHECK(measure("no-advice").kind == model::Kind::guidance);
  CHECK(measure("no-advice").zone.name() == "Europe/Oslo");
  CHECK(measure("no-advice").authority == "no-dta");
  CHECK(measure("eu-optics-old-contracts").kind == model::Kind::authorization);
  CHECK(measure("eu-optics-old-contracts").releases == std::vector<model::MeasureId>{{5}});
}

TEST_CASE("check decode: scopes are canonical and point at their place") {
  const auto& scope = measure("eu-optics-art-2").scope;
  REQUIRE(scope);
  CHECK(scope->text == "item = 6A002.a and (destination in (CN, RU) or end_user in group(eu-annex))");
  CHECK(example().texts.text(scope->span) == scope->text);
}

TEST_CASE("check decode: members") {
  const model::Measure& acme = measure("eu-annex/acme");
  CHECK(acme.kind == model::Kind::membership);
  CHECK(acme.title == "ACME Optics");
  CHECK(acme.names == Lines{"ACME Optics", "AO"});
  CHECK(acme.note == "Sole producer");
  CHECK(acme.group == "eu-annex");
  CHECK(acme.member == "acme");
  CHECK(acme.zone.name() == "Europe/Brussels");
  CHECK(measure("eu-annex/zeta").title == "zeta");
  CHECK(example().groups[0].members == std::vector<model::MeasureId>{{0}, {1}});
  const model::Effect& zeta = effect("eu-optics-2021", 2);
  CHECK(example()[zeta.named].id == "eu-annex/zeta");
  CHECK(zeta.attributes == Attributes{{"range_km", 12.5}});
  CHECK(effect("eu-optics-2021", 3).attributes == Attributes{{"range_km", 12.5}, {"policy", std::string("denial")}});
}

TEST_CASE("check decode: dates with their references and calendars") {
  const auto& effective = event("eu-optics-2021").dates[static_cast<std::size_t>(model::Field::effective)];
  REQUIRE(effective);
  const auto& reference = std::get<model::Reference>(effective->anchor);
  CHECK_FALSE(reference.event);
  CHECK(reference.field == model::Field::published);
  CHECK(effective->terms.front().count == 1);
  const model::Effect& impose = effect("eu-optics-2021", 0);
  REQUIRE(impose.compliance);
  CHECK(impose.compliance->terms.front().unit == syntax::Unit::business_days);
  CHECK(impose.compliance->terms.front().calendar == model::CalendarId{0});
  CHECK(effect("eu-optics-2021", 1).through->roll == model::CalendarId{0});
  const auto& elsewhere = std::get<model::Reference>(effect("eu-optics-2022", 2).through->anchor);
  CHECK(elsewhere.event == model::find_event(example(), "eu-optics-2021"));
  CHECK(std::holds_alternative<Moment>(event("eu-optics-error").dates[0]->anchor));
}

TEST_CASE("check decode: events and their effects") {
  Lines ids;
  for (const model::Event& each : example().events) ids.push_back(each.id);
  CHECK(ids == Lines{"eu-optics-2021", "eu-optics-2022", "eu-optics-error", "eu-statement"});
  CHECK(event("eu-optics-2021").after == std::vector<model::EventId>{{3}});
  CHECK(event("eu-optics-2021").sources == std::vector<model::SourceId>{{0}, {1}});
  CHECK(event("eu-optics-error").retracts == std::vector<model::EventId>{{3}});
  CHECK(event("eu-optics-error").reason == model::RetractionReason::corrected);
  CHECK(event("eu-optics-2022").supersedes == std::vector<model::EventId>{{2}});
  CHECK(event("eu-optics-2022").retroactive);
  CHECK(event("eu-statement").evidence == model::Evidence::reported);
  CHECK(event("eu-statement").regime == "eu-optics");
  CHECK(effect("eu-optics-2022", 0).attributes ==
        Attributes{{"repeat_order", true}, {"signed", std::string("2022-01-31")}});
  CHECK(effect("eu-optics-2022", 0).scope->text == "item = 6A002.a");
  CHECK(effect("eu-optics-2022", 1).before);
  CHECK_FALSE(effect("eu-optics-2022", 1).of_suspension);
  CHECK(effect("eu-optics-2022", 3).of_suspension);
  CHECK(effect("eu-optics-2022", 4).verb == model::Verb::delist);
  CHECK(effect("eu-optics-2022", 4).effective);
  CHECK(example().texts.text(effect("eu-optics-2022", 2).span) == "eu-annex/acme");
}

TEST_CASE("check decode: items, regimes, sources and calendars") {
  CHECK(example().items[0].facts == std::map<std::string, Lines>{{"range_km", {"12.5"}}});
  CHECK(example().items[1].facts ==
        std::map<std::string, Lines>{{"item", {"6A005", "6A995"}}, {"repeat_order", {"true"}}});
  CHECK(to_string(example().regimes[0].reviewed) == "2024-12-31");
  CHECK(example().regimes[0].scope->text == "item under 6A and destination not in (NO, CH)");
  CHECK(example().sources[0].cite == "OJ L 17, 2.3.2021, p. 1");
  CHECK(example().sources[1].date->text == "2021-02");
  CHECK(example().authorities[1].jurisdiction == "NO");
  const calendar::CalendarRules& calendar = example().calendars[0].days.rules();
  CHECK(calendar.first_year == 2020);
  CHECK(calendar.weekend == std::vector<unsigned>{0, 6});
  CHECK(calendar.holidays[1].through == 2024);
  CHECK(calendar.holidays[2].observed == calendar::Observance::next_weekday);
  CHECK(to_string(calendar.closed.front()) == "2021-04-02");
  CHECK(to_string(calendar.open.front()) == "2021-04-03");
}

}  // namespace inforce::test
