// Look-up by id, leaves of wholes, and the words of enumerations.
#include "engine/model/rulebook.h"

#include <memory>

#include "inforce/rulebook.h"
#include "tests/support/catch.h"

namespace inforce::model {
namespace {

Measure measure(std::string id) {
  Measure made;
  made.id = std::move(id);
  return made;
}

Rulebook small() {
  Rulebook book;
  for (const char* id : {"a", "b", "c", "d"}) book.measures.push_back(measure(id));
  book.measures[0].parts = {{1}, {3}};
  book.measures[1].parts = {{2}};
  book.measures[3].kind = Kind::membership;
  book.groups.emplace_back().id = "aa";
  for (const char* id : {"e", "f"}) book.events.emplace_back().id = id;
  book.digest = "sha256:00";
  return book;
}

static_assert(!std::is_convertible_v<EventId, MeasureId>);
static_assert(!std::is_constructible_v<EventId, MeasureId>);

}  // namespace

TEST_CASE("model rulebook: records are found by id") {
  const Rulebook book = small();
  CHECK(find_measure(book, "c") == MeasureId{2});
  CHECK_FALSE(find_measure(book, "cc"));
  CHECK_FALSE(find_measure(book, ""));
  CHECK(find_event(book, "f") == EventId{1});
  CHECK_FALSE(find_event(book, "a"));
  REQUIRE(find_group(book, "aa") != nullptr);
  CHECK(find_group(book, "a") == nullptr);
  CHECK_FALSE(find_measure(Rulebook{}, "a"));
}

TEST_CASE("model rulebook: leaves of a whole, however deep") {
  const Rulebook book = small();
  CHECK(leaves(book, {0}) == std::vector<MeasureId>{{2}, {3}});
  CHECK(leaves(book, {1}) == std::vector<MeasureId>{{2}});
  CHECK(leaves(book, {2}) == std::vector<MeasureId>{{2}});
}

TEST_CASE("model rulebook: a chain of a hundred thousand parts has one leaf") {
  Rulebook book;
  constexpr std::uint32_t length = 100'000;
  book.measures.resize(length);
  for (std::uint32_t i = 0; i + 1 < length; ++i) book.measures[i].parts = {{i + 1}};
  CHECK(leaves(book, {0}) == std::vector<MeasureId>{{length - 1}});
}

TEST_CASE("model rulebook: the public list has measures and groups, and no members") {
  const inforce::Rulebook rules(std::make_shared<const Rulebook>(small()));
  CHECK(rules.measures() == std::vector<std::string_view>{"a", "aa", "b", "c"});
  CHECK(rules.events() == std::vector<std::string_view>{"e", "f"});
  CHECK(rules.digest() == "sha256:00");
}

TEST_CASE("model names: fields are read as they are written") {
  for (std::size_t i = 0; i < field_count; ++i) {
    const auto field = static_cast<Field>(i);
    CHECK(field_named(to_string(field)) == field);
  }
  CHECK_FALSE(field_named("dated"));
  CHECK(to_string(Field::effective) == "effective");
}

TEST_CASE("model names: verbs and kinds") {
  CHECK(to_string(Verb::impose) == "impose");
  CHECK(to_string(Verb::delist) == "delist");
  CHECK(to_string(Kind::licence_requirement) == "licence-requirement");
  CHECK(to_string(Kind::membership) == "membership");
}

TEST_CASE("model names: the force of each kind") {
  for (const Kind kind : {Kind::prohibition, Kind::licence_requirement, Kind::condition, Kind::notification}) {
    CHECK(force_of(kind) == Force::binding);
  }
  for (const Kind kind : {Kind::guidance, Kind::inquiry}) CHECK(force_of(kind) == Force::advisory);
  for (const Kind kind : {Kind::commercial, Kind::proposal}) CHECK(force_of(kind) == Force::context);
}

}  // namespace inforce::model
