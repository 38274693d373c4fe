// The top level of a file: format version, sections, and the records in them.
#include <array>
#include <utility>

#include "engine/check/names.h"

namespace inforce::check {
namespace {

using syntax::Node;

constexpr std::array<std::pair<std::string_view, Section>, 10> map_sections = {
    {{"authorities", Section::authority},
     {"sources", Section::source},
     {"coverage", Section::regime},
     {"vocabulary", Section::attribute},
     {"items", Section::item},
     {"groups", Section::group},
     {"restrictions", Section::restriction},
     {"authorizations", Section::authorization},
     {"calendars", Section::calendar},
     {"gazettes", Section::gazette}}};

void check_version(Draft& draft, const File& file) {
  for (const Node::Entry& entry : file.root.entries) {
    if (entry.key.text != "inforce") continue;
    if (entry.value.is_scalar() && entry.value.text == "1") return;
    draft.report(codes::format_version,
                 "the format version is " + (entry.value.is_scalar() ? quoted(entry.value.text) : "not given"),
                 entry.value.span, "this engine reads `inforce: 1`");
    return;
  }
  draft.report(codes::format_version, "the file does not say its format version", {file.id, 0, 0},
               "begin the file with `inforce: 1`");
}

/// Whether the section can be taken apart; else names in it are lost.
bool usable(Draft& draft, const FieldRule& field, const Node& value) {
  if (fits(draft, field, value)) return true;
  draft.complete = false;
  return false;
}

void check_key(Draft& draft, Section section, const Node& key) {
  if (section == Section::item) return;
  if (section != Section::attribute) return check_id(draft, key.text, key.span);
  if (is_attribute_name(key.text)) return;
  draft.report(codes::bad_id, quoted(key.text) + " is not well formed as the name of an attribute", key.span,
               "a name begins with a small letter; small letters, digits and `_` follow");
}

void collect_map(Draft& draft, File& file, Section section, const Node& map) {
  for (const Node::Entry& entry : map.entries) {
    check_key(draft, section, entry.key);
    const bool told = entry.value.is_map();
    if (!told) {
      draft.report(codes::wrong_shape,
                   std::string(to_string(section)) + " is told by a map, not by " + std::string(shape_of(entry.value)),
                   entry.key.span);
    }
    draft[section].entries.push_back({entry.key.text, entry.key.span, told ? &entry.value : nullptr, &file});
  }
}

void collect_events(Draft& draft, File& file, const Node& list) {
  for (const Node& item : list.items) {
    if (!item.is_map()) {
      draft.report(codes::wrong_shape, "an event is told by a map, not by " + std::string(shape_of(item)), item.span);
      draft.complete = false;
      continue;
    }
    Entry entry{{}, {item.span.file, item.span.begin, item.span.begin}, &item, &file};
    if (!item.entries.empty()) entry.at = item.entries.front().key.span;
    for (const Node::Entry& field : item.entries) {
      if (field.key.text != "id" || !field.value.is_scalar()) continue;
      entry.id = field.value.text;
      entry.at = field.value.span;
    }
    if (entry.id.empty()) {
      draft.complete = false;
      const Fields reports_what_is_wrong(draft, event_rule(), item, entry.at, &file);
      continue;
    }
    draft[Section::event].entries.push_back(entry);
  }
}

void collect_section(Draft& draft, File& file, const Node::Entry& entry) {
  const std::string_view key = entry.key.text;
  if (key == "inforce" || is_private(key)) return;
  const int index = field_index(file_rule(), key);
  if (index < 0) {
    draft.complete = false;
    return report_unknown_key(draft, file_rule(), entry);
  }
  if (!usable(draft, file_rule().fields[static_cast<std::size_t>(index)], entry.value)) return;
  if (key == "defaults") file.defaults = &entry.value;
  if (key == "events") collect_events(draft, file, entry.value);
  if (key == "tests") draft.tests.push_back(&entry.value);
  if (key == "timeline") draft.timelines.push_back(&entry.value);
  for (const auto& [name, section] : map_sections) {
    if (name == key) collect_map(draft, file, section, entry.value);
  }
}

}  // namespace

void collect_records(Draft& draft) {
  for (File& file : draft.files) {
    if (file.root.kind == syntax::NodeKind::list || file.root.is_scalar()) {
      draft.report(codes::wrong_shape, "a rule file is a map, not " + std::string(shape_of(file.root)), file.root.span,
                   "begin the file with `inforce: 1`");
      draft.complete = false;
      continue;
    }
    check_version(draft, file);
    for (const Node::Entry& entry : file.root.entries) {
      if (entry.key.text == "defaults" && entry.value.is_map()) file.defaults = &entry.value;
    }
    for (const Node::Entry& entry : file.root.entries) collect_section(draft, file, entry);
  }
}

}  // namespace inforce::check
