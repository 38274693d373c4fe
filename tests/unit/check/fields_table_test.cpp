// The tables of records hold what the reference and the editor schema need.
#include <algorithm>
#include <set>

#include "engine/check/decode.h"
#include "tests/support/catch.h"

namespace inforce::check {

TEST_CASE("check fields table: names are unique and every field has its sentence") {
  std::set<std::string_view> records;
  for (const RecordRule* rule : all_rules()) {
    INFO(rule->name);
    CHECK(records.insert(rule->name).second);
    std::set<std::string_view> names;
    for (const FieldRule& field : rule->fields) {
      INFO(field.name);
      CHECK(names.insert(field.name).second);
      CHECK(field.sentence.ends_with('.'));
      CHECK((field.shape == Shape::word || field.item == Shape::word) == !field.words.empty());
      for (const Word& word : field.words) CHECK((word.sentence.empty() || word.sentence.ends_with('.')));
    }
  }
}

TEST_CASE("check fields table: a list, a map or a record says what it holds, and every record is held") {
  std::set<const RecordRule*> held{&file_rule()};
  for (const RecordRule* rule : all_rules()) {
    INFO(rule->name);
    for (const FieldRule& field : rule->fields) {
      INFO(field.name);
      const bool holds = field.record != nullptr || field.item != Shape::record;
      CHECK(holds == (field.shape == Shape::list || field.shape == Shape::map || field.shape == Shape::record));
      if (field.record != nullptr) held.insert(&field.record());
    }
  }
  CHECK(held.size() == all_rules().size());
}

TEST_CASE("check fields table: of alternatives there is more than one") {
  for (const RecordRule* rule : all_rules()) {
    INFO(rule->name);
    CHECK(std::count_if(rule->fields.begin(), rule->fields.end(),
                        [](const FieldRule& field) { return field.need == Need::one_of; }) != 1);
  }
}

TEST_CASE("check fields table: a field is found by its name") {
  CHECK(event_rule().fields[static_cast<std::size_t>(field_index(event_rule(), "known"))].name == "known");
  CHECK(field_index(event_rule(), "knwon") == -1);
}

TEST_CASE("check fields table: ids and names of attributes") {
  for (const std::string_view good : {"a", "us-h20-licence", "fr-84-22961", "a.b-c", "0"}) CHECK(is_id(good));
  for (const std::string_view bad : {"", "-a", "a-", "a--b", "a.-b", "A", "a_b", "a/b", "ü", "a b"}) {
    INFO(bad);
    CHECK_FALSE(is_id(bad));
  }
  CHECK(is_attribute_name("end_user2"));
  for (const std::string_view bad : {"", "_a", "2a", "endUser", "end-user"}) CHECK_FALSE(is_attribute_name(bad));
}

TEST_CASE("check fields table: long and broken text is quoted on one line") {
  CHECK(quoted("a\nb") == "`a b`");
  CHECK(quoted(std::string(100, 'a')) == "`" + std::string(80, 'a') + "…`");
  CHECK(quoted(std::string(79, 'a') + "üb") == "`" + std::string(79, 'a') + "…`");
}

}  // namespace inforce::check
