// The outline of a file, and finding a record by its name.
#include <nlohmann/json.hpp>

#include "tools/inforce/lsp/encode.h"
#include "tools/inforce/lsp/requests.h"

namespace inforce::lsp {

namespace {

using syntax::Node;

// SymbolKind of the protocol.
constexpr int of_section = 3;    // Namespace
constexpr int of_event = 24;     // Event
constexpr int of_measure = 5;    // Class
constexpr int of_value = 22;     // EnumMember
constexpr int of_attribute = 8;  // Field
constexpr int of_other = 20;     // Key

constexpr std::size_t most_symbols = 500;

int kind_of(Kind kind) {
  switch (kind) {
    case Kind::event:
      return of_event;
    case Kind::measure:
      return of_measure;
    case Kind::value:
    case Kind::member:
      return of_value;
    case Kind::attribute:
      return of_attribute;
    default:
      return of_other;
  }
}

class Outline {
 public:
  Outline(Workspace& workspace, const FileIndex& file) : workspace_(workspace), file_(file) {}

  Json of(const Node& root) {
    Json list = Json::array();
    for (const auto& entry : root.entries) {
      const auto child = child_of(check::file_rule(), entry.key.text);
      auto symbol = made(entry.key.text, {}, of_section, whole(entry.key, entry.value), entry.key.span);
      if (child.nest == Nest::by_name) symbol["children"] = named(entry.value, kind_of(child.names));
      if (child.nest == Nest::list) symbol["children"] = listed(entry.value, entry.key.text == "events");
      list.push_back(std::move(symbol));
    }
    return list;
  }

 private:
  [[nodiscard]] static Span whole(const Node& key, const Node& value) {
    return {key.span.file, key.span.begin, std::max(key.span.end, value.span.end)};
  }

  Json made(const std::string& name, const std::string& detail, int kind, Span range, Span selection) {
    Json symbol = {{"name", name.empty() ? "(no name)" : name},
                   {"kind", kind},
                   {"range", to_json(workspace_.range(file_.texts, range))},
                   {"selectionRange", to_json(workspace_.range(file_.texts, selection))}};
    if (!detail.empty()) symbol["detail"] = detail;
    return symbol;
  }

  Json named(const Node& map, int kind) {
    Json list = Json::array();
    for (const auto& entry : map.entries) {
      const auto title = title_of(entry.value.is_map() ? &entry.value : nullptr);
      list.push_back(made(entry.key.text, title, kind, whole(entry.key, entry.value), entry.key.span));
    }
    return list;
  }

  Json listed(const Node& items, bool events) {
    Json list = Json::array();
    for (const Node& item : items.items) {
      if (!item.is_map() || item.entries.empty()) continue;
      Span selection = item.entries.front().key.span;
      for (const auto& entry : item.entries) {
        if (entry.key.text == (events ? "id" : "name") && entry.value.is_scalar()) selection = entry.value.span;
      }
      selection.begin = std::max(selection.begin, item.span.begin);
      const Span range{item.span.file, item.span.begin, std::max(item.span.end, selection.end)};
      const auto name = std::string(text_under(&item, events ? "id" : "name"));
      list.push_back(made(name, title_of(events ? &item : nullptr), events ? of_event : of_other, range, selection));
    }
    return list;
  }

  Workspace& workspace_;
  const FileIndex& file_;
};

}  // namespace

Json document_symbol(Session& session, const Json& params) {
  const auto target = document_of(session.workspace, params);
  if (target.file == nullptr) return Json::array();
  const auto& file = target.file->best();
  return file.root ? Outline(session.workspace, file).of(*file.root) : Json::array();
}

Json workspace_symbol(Session& session, const Json& params) {
  const auto& wanted = params.at("query").get_ref<const std::string&>();
  Json list = Json::array();
  for (auto* set : session.workspace.all_sets()) {
    for (const auto& [path, file] : session.workspace.indexed(*set).index.files()) {
      for (const auto& each : file->best().occurrences) {
        if (!each.defines || each.kind == Kind::value || list.size() >= most_symbols) continue;
        const auto title = title_of(each.body);
        if (each.id.find(wanted) == std::string::npos && title.find(wanted) == std::string::npos) continue;
        list.push_back({{"name", each.id},
                        {"kind", kind_of(each.kind)},
                        {"containerName", title},
                        {"location", location(session.workspace, file->best(), each.span)}});
      }
    }
  }
  return list;
}

}  // namespace inforce::lsp
