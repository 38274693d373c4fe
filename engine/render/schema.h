// What may be written in rule files, for those who write them: a JSON Schema for editors, a reference for people. Both
// follow from the table of fields (engine/check/fields.h); a new field or record needs no change here.
#pragma once

#include <string>

namespace inforce::render_schema {

/// A JSON Schema (draft-07) of rule files, files of tests and timeline reports, indented, ending in a line break.
///
/// It sees less than `check`: shapes, keys and words, not names, dates or what goes with a verb. What YAML reads as a
/// number or as true or false passes wherever text may stand: inforce reads the code `3E001` as it is written, the core
/// schema of YAML 1.2 as the number 30.
[[nodiscard]] std::string json_schema();

/// The reference of rule files in Markdown: a table for each record, and how values are written.
[[nodiscard]] std::string reference();

}  // namespace inforce::render_schema
