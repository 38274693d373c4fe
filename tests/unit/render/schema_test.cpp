// The schema and the reference follow from the table of fields: a record or field that is added appears in both.
#include "engine/render/schema.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/render/schema_parts.h"
#include "tests/support/catch.h"

namespace inforce::render_schema {
using Json = nlohmann::json;

TEST_CASE("render schema: every field of every record is a property with its sentence") {
  const Json schema = Json::parse(json_schema());
  std::size_t records = 0;
  for (const check::RecordRule* rule : check::all_rules()) {
    INFO(rule->name);
    const std::string link = "rules/README.md#" + anchor_of(*rule);
    const Json* record = &schema;
    for (const auto& [name, definition] : schema["definitions"].items()) {
      if (rule != &check::file_rule() && definition.value("description", "").ends_with(link)) record = &definition;
    }
    if (record != &schema) ++records;
    CHECK((*record)["properties"].size() == rule->fields.size());
    for (const check::FieldRule& field : rule->fields) {
      INFO(field.name);
      const std::string description = (*record)["properties"].value(std::string(field.name), Json())["description"];
      CHECK(description == std::string(field.sentence) + "\n\n" + link);
    }
    CHECK((*record)["additionalProperties"].is_boolean() == !rule->open);
  }
  CHECK(records + 1 == check::all_rules().size());
}

TEST_CASE("render schema: it is the same each time, and its lines are few") {
  const std::string schema = json_schema();
  CHECK(schema == json_schema());
  CHECK(std::count(schema.begin(), schema.end(), '\n') < 2000);
  CHECK(schema.ends_with("}\n"));
}

TEST_CASE("render schema: of alternatives each forbids the others") {
  const Json effect = Json::parse(json_schema())["definitions"]["effect"];
  CHECK(effect["anyOf"].size() == 8);
  CHECK(effect["dependencies"]["impose"]["properties"].size() == 7);
  CHECK(effect["dependencies"]["impose"]["properties"]["lift"] == false);
}

TEST_CASE("render schema: a required key that defaults may give is asked for beside them alone") {
  const Json schema = Json::parse(json_schema());
  CHECK(schema["definitions"]["event"]["required"] == Json::array({"id"}));
  CHECK(schema["allOf"].dump().find(R"("events":{"items":{"properties":{"sources":true})") != std::string::npos);
}

TEST_CASE("render schema: the reference has a section for each record and a row for each field") {
  const std::string text = reference();
  for (const check::RecordRule* rule : check::all_rules()) {
    CHECK_THAT(text, ContainsSubstring("### " + heading_of(*rule) + "\n"));
    for (const check::FieldRule& field : rule->fields) CHECK_THAT(text, ContainsSubstring(std::string(field.sentence)));
  }
  CHECK_THAT(text, ContainsSubstring("| **id** | id | The id of the event. |\n"));
  CHECK_THAT(text, ContainsSubstring("| *impose* | name |"));
  CHECK_THAT(text, ContainsSubstring("| members | list, each text, or [a member](#keys-of-a-member) |"));
  CHECK_THAT(text, ContainsSubstring("<br>`gazette`: An official gazette"));
  CHECK_THAT(text, ContainsSubstring("| date | A day `2025-04-09`"));
}

}  // namespace inforce::render_schema
