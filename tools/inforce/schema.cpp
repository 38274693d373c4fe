#include "engine/render/schema.h"

#include "tools/inforce/output.h"

namespace inforce::cli {

namespace {

int carry_out(const Arguments& arguments, Environment& environment) {
  const bool page = arguments.one("--format") == "md";
  return write_output(page ? render_schema::reference() : render_schema::json_schema(), arguments, environment);
}

}  // namespace

const Command& schema_command() {
  static const Command command{
      "schema",
      "[OPTION]...",
      "what may be written in rule files, as a JSON Schema for editors or as a reference",
      {output_option()},
      0,
      0,
      {"inforce schema -o rules/inforce.schema.json", "inforce schema --format md"},
      carry_out,
      nullptr,
      "--format takes json, a JSON Schema (draft-07), or md, a reference in Markdown. An editor\n"
      "takes the schema up by a first line in the rule file, its path as seen from there:\n"
      "# yaml-language-server: $schema=../inforce.schema.json\n",
      {"json", "md"}};
  return command;
}

}  // namespace inforce::cli
