// The walk over the tree of one file, by the tables of records.
#include <algorithm>

#include "engine/check/decode.h"
#include "engine/syntax/yaml.h"
#include "tools/inforce/lsp/index.h"
#include "tools/inforce/lsp/names.h"

namespace inforce::lsp {

namespace {

using check::RecordRule;
using check::Shape;
using syntax::Node;

class Walk {
 public:
  explicit Walk(FileIndex& file) : file_(file) {}

  void record(const Node& map, const RecordRule& rule) {
    for (const auto& entry : map.entries) {
      if (check::is_private(entry.key.text)) continue;
      const auto* field = field_named(rule, entry.key.text);
      file_.places.push_back({&rule, field, &entry, event_, measure_});
      if (field == nullptr) {
        if (rule.open) fact(entry);
      } else {
        value(entry, rule, *field);
      }
    }
  }

 private:
  void add(Kind kind, std::string id, Span span, bool defines = false, const Node* body = nullptr,
           const RecordRule* rule = nullptr) {
    file_.occurrences.push_back({kind, std::move(id), span, defines, body, rule});
  }

  void value(const Node::Entry& entry, const RecordRule& rule, const check::FieldRule& field) {
    const Node& value = entry.value;
    const auto kind = named_by(rule, entry.key.text);
    const auto child = child_of(rule, entry.key.text);
    if (child.nest != Nest::none) return nested(value, child);
    if (kind != Kind::none) {
      if (value.is_scalar()) take(names_in_name(value, kind));
      for (const Node& item : value.items) take(names_in_name(item, kind));
    } else if (field.shape == Shape::date && value.is_scalar()) {
      take(names_in_date(file_.texts, value));
    } else if (field.shape == Shape::condition && value.is_scalar()) {
      take(names_in_condition(file_.texts, value));
    } else if (&rule == &check::event_rule() && entry.key.text == "id" && value.verbatim) {
      add(Kind::event, value.text, value.content, true, event_body_, &rule);
    } else if (&rule == &check::attribute_rule() && entry.key.text == "values") {
      for (const Node& item : value.items) of_attribute(item, name_of_record_, true);
    } else if (&rule == &check::file_rule() && entry.key.text == "defaults" && value.is_map()) {
      record(value, check::event_rule());
    }
  }

  void nested(const Node& value, const Child& child) {
    if (child.nest == Nest::record && value.is_map()) return record(value, *child.rule);
    if (child.nest == Nest::facts || child.nest == Nest::by_measure) {
      for (const auto& entry : value.entries) {
        if (child.nest == Nest::facts) fact(entry);
        if (child.nest == Nest::by_measure) of_measure(entry);
      }
      return;
    }
    if (child.nest == Nest::by_name) {
      for (const auto& entry : value.entries) named_record(entry, child);
      return;
    }
    for (const Node& item : value.items) list_item(item, *child.rule);
  }

  void named_record(const Node::Entry& entry, const Child& child) {
    const auto& key = entry.key;
    if (check::is_private(key.text)) return;
    const Node* body = entry.value.is_map() ? &entry.value : nullptr;
    const auto prefix = child.names == Kind::value ? std::string(model::item_attribute) + "=" : std::string{};
    if (key.verbatim) add(child.names, prefix + key.text, key.content, true, body, child.rule);
    name_of_record_ = key.text;
    if (body != nullptr) record(*body, *child.rule);
    name_of_record_.clear();
  }

  void list_item(const Node& item, const RecordRule& rule) {
    if (&rule == &check::member_rule()) return member(item);
    if (!item.is_map()) return;
    if (&rule == &check::event_rule()) {
      event_ = text_under(&item, "id");
      event_body_ = &item;
    }
    if (&rule == &check::effect_rule()) {
      for (const auto& entry : item.entries) {
        if (!is_verb(entry.key.text)) continue;
        measure_ = entry.value.text;
        enlists_ = entry.key.text == "enlist";
      }
    }
    record(item, rule);
    if (&rule == &check::effect_rule()) measure_ = {};
    if (&rule == &check::event_rule()) event_ = {};
  }

  void member(const Node& item) {
    const Node* id = &item;
    for (const auto& entry : item.entries) {
      if (entry.key.text == "id") id = &entry.value;
    }
    if (id->is_scalar() && id->verbatim && !measure_.empty()) {
      const auto* body = item.is_map() ? &item : nullptr;
      add(Kind::member, std::string(measure_) + "/" + id->text, id->content, enlists_, body, &check::member_rule());
    }
    if (item.is_map()) record(item, check::member_rule());
  }

  void of_measure(const Node::Entry& entry) {
    take(names_in_name(entry.key, Kind::measure));
    for (const auto& each : entry.value.entries) fact(each);
  }

  /// An attribute with a value of it.
  void fact(const Node::Entry& entry) {
    if (entry.key.verbatim) add(Kind::attribute, entry.key.text, entry.key.content);
    if (entry.value.is_scalar()) of_attribute(entry.value, entry.key.text, false);
    for (const Node& item : entry.value.items) of_attribute(item, entry.key.text, false);
  }

  void of_attribute(const Node& value, const std::string& attribute, bool defines) {
    if (!value.is_scalar() || !value.verbatim) return;
    for (auto& each : names_in_value(value.text, value.content, attribute)) {
      each.defines = defines;
      file_.occurrences.push_back(std::move(each));
    }
  }

  void take(std::vector<Occurrence> found) {
    std::move(found.begin(), found.end(), std::back_inserter(file_.occurrences));
  }

  FileIndex& file_;
  std::string_view event_;
  std::string_view measure_;
  std::string name_of_record_;
  const Node* event_body_ = nullptr;
  bool enlists_ = false;
};

}  // namespace

std::shared_ptr<FileIndex> index_of(std::string path, std::string text) {
  auto file = std::make_shared<FileIndex>();
  file->path = path;
  file->id = file->texts.add(std::move(path), std::move(text));
  std::vector<Diagnostic> ignored;
  file->root = syntax::parse_yaml(file->texts, file->id, ignored);
  file->whole = file->root.has_value();
  if (file->whole && file->root->is_map()) Walk(*file).record(*file->root, check::file_rule());
  const auto by_place = [](const Occurrence& a, const Occurrence& b) { return a.span.begin < b.span.begin; };
  std::stable_sort(file->occurrences.begin(), file->occurrences.end(), by_place);
  const auto by_key = [](const Place& a, const Place& b) { return a.entry->key.span.begin < b.entry->key.span.begin; };
  std::stable_sort(file->places.begin(), file->places.end(), by_key);
  return file;
}

}  // namespace inforce::lsp
