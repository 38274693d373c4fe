#include "engine/check/names.h"

#include <array>

namespace inforce::check {
namespace {

constexpr std::array<Section, 3> measure_sections = {Section::restriction, Section::authorization, Section::group};

void report_twice(Draft& draft, const Entry& first, const Entry& second) {
  draft.report(codes::duplicate_id, "id " + quoted(second.id) + " is used twice", second.at)
      .related.push_back({first.at, "first used here"});
}

/// Keeps the first of each id; files are in order of their paths.
void sort_table(Draft& draft, Table& table) {
  std::stable_sort(table.entries.begin(), table.entries.end(),
                   [](const Entry& a, const Entry& b) { return a.id < b.id; });
  std::vector<Entry> kept;
  kept.reserve(table.entries.size());
  for (const Entry& entry : table.entries) {
    if (!kept.empty() && kept.back().id == entry.id) {
      report_twice(draft, kept.back(), entry);
    } else {
      kept.push_back(entry);
    }
  }
  table.entries = std::move(kept);
  table.numbers.reserve(table.entries.size());
  table.ids.reserve(table.entries.size());
  for (std::uint32_t i = 0; i < table.entries.size(); ++i) {
    table.numbers.emplace(table.entries[i].id, i);
    table.ids.push_back(table.entries[i].id);
  }
}

/// Restrictions, authorizations and groups share one namespace.
void compare_measure_sections(Draft& draft) {
  for (std::size_t later = 1; later < measure_sections.size(); ++later) {
    for (const Entry& entry : draft[measure_sections[later]].entries) {
      for (std::size_t earlier = 0; earlier < later; ++earlier) {
        const Section other = measure_sections[earlier];
        const auto number = draft[other].find(entry.id);
        if (!number) continue;
        const Entry& first = draft[other].entries[*number];
        draft
            .report(codes::duplicate_id,
                    "id " + quoted(entry.id) + " is used twice: for " + std::string(to_string(other)) + " and for " +
                        std::string(to_string(measure_sections[later])),
                    entry.at)
            .related.push_back({first.at, "first used here"});
        break;
      }
    }
  }
}

std::string help_for_section(Section section) {
  switch (section) {
    case Section::authority:
      return "define it under `authorities`";
    case Section::source:
      return "define it under `sources`";
    case Section::attribute:
      return "declare it under `vocabulary`";
    case Section::group:
      return "define it under `groups`";
    case Section::calendar:
      return "define it under `calendars`";
    default:
      return {};
  }
}

/// Some default of `key` that fits any table; else the first complaint is reported.
void check_default(Draft& draft, const syntax::Node::Entry& entry) {
  bool known = false;
  std::vector<Diagnostic> complaints;
  for (const RecordRule* rule : all_rules()) {
    const int index = rule->has_defaults && entry.key.text != "id" ? field_index(*rule, entry.key.text) : -1;
    if (index < 0) continue;
    const std::size_t before = draft.found.size();
    if (fits(draft, rule->fields[static_cast<std::size_t>(index)], entry.value)) return;
    const auto first = draft.found.begin() + static_cast<std::ptrdiff_t>(before);
    if (!known) complaints.assign(first, draft.found.end());
    draft.found.erase(first, draft.found.end());
    known = true;
  }
  draft.found.insert(draft.found.end(), complaints.begin(), complaints.end());
  if (known) return;
  std::vector<std::string_view> names;
  for (const RecordRule* rule : all_rules()) {
    if (!rule->has_defaults) continue;
    for (const FieldRule& field : rule->fields) names.push_back(field.name);
  }
  std::sort(names.begin(), names.end());
  draft.report(codes::unknown_key, "no record has a key " + quoted(entry.key.text), entry.key.span,
               draft.did_you_mean(entry.key.text, names));
}

}  // namespace

void sort_names(Draft& draft) {
  for (Table& table : draft.tables) sort_table(draft, table);
  compare_measure_sections(draft);
  for (const Section section : measure_sections) {
    draft.measure_ids.insert(draft.measure_ids.end(), draft[section].ids.begin(), draft[section].ids.end());
  }
}

std::optional<std::uint32_t> refer(Draft& draft, Section section, std::string_view name, Span at, Code code) {
  const auto number = draft[section].find(name);
  if (number || !draft.complete) return number;
  std::string help = draft.did_you_mean(name, draft[section].ids);
  if (help.empty()) help = help_for_section(section);
  std::string_view what = to_string(section);
  what.remove_prefix(what.find(' ') + 1);
  draft.report(code, "there is no " + std::string(what) + " " + quoted(name), at, std::move(help));
  return std::nullopt;
}

std::optional<std::uint32_t> refer(Draft& draft, Section section, const syntax::Node& name, Code code) {
  return refer(draft, section, name.text, name.span, code);
}

std::string authority_of(Draft& draft, const Fields& fields) {
  const syntax::Node* name = fields["authority"];
  if (name == nullptr || !refer(draft, Section::authority, *name, codes::unknown_authority)) return {};
  return name->text;
}

calendar::Zone zone_of(Draft& draft, const Fields& fields, const Entry& entry) {
  if (const syntax::Node* name = fields["time_zone"]) return *draft.zone(name->text);
  if (fields.key("time_zone") == nullptr) {
    std::optional<Span>& first = entry.file->without_zone;
    if (!first || entry.at < *first) first = entry.at;
  }
  return {};
}

void report_missing_zones(Draft& draft) {
  for (const File& file : draft.files) {
    if (!file.without_zone) continue;
    draft.report(codes::no_time_zone,
                 quoted(draft.sources.text(*file.without_zone)) + " has no time zone, so its days are those of UTC",
                 *file.without_zone, "give `time_zone` under `defaults` of the file");
  }
}

std::optional<Section> section_of_measure(Draft& draft, std::string_view id) {
  for (const Section section : measure_sections) {
    if (draft[section].find(id)) return section;
  }
  return std::nullopt;
}

void report_unknown_measure(Draft& draft, std::string_view name, Span at) {
  if (!draft.complete) return;
  draft.report(codes::unknown_measure, "there is no restriction, authorization or group " + quoted(name), at,
               draft.did_you_mean(name, draft.measure_ids));
}

void check_defaults(Draft& draft) {
  for (const File& file : draft.files) {
    if (file.defaults == nullptr) continue;
    for (const syntax::Node::Entry& entry : file.defaults->entries) {
      if (is_private(entry.key.text)) continue;
      check_default(draft, entry);
      const bool named = entry.value.is_scalar() && !entry.value.text.empty();
      if (named && entry.key.text == "authority") {
        (void)refer(draft, Section::authority, entry.value, codes::unknown_authority);
      }
      if (named && entry.key.text == "calendar") {
        (void)refer(draft, Section::calendar, entry.value, codes::unknown_calendar);
      }
    }
  }
}

}  // namespace inforce::check
