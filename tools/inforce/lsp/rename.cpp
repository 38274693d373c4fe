// A name is changed wherever it is written, or not at all.
#include <algorithm>

#include <nlohmann/json.hpp>

#include "engine/check/decode.h"
#include "engine/model/rulebook.h"
#include "engine/syntax/condition_words.h"
#include "engine/syntax/scalar_span.h"
#include "tools/inforce/lsp/encode.h"
#include "tools/inforce/lsp/message.h"
#include "tools/inforce/lsp/requests.h"

namespace inforce::lsp {

namespace {

/// The name alone: of a value, without its attribute.
std::string name_of(const Symbol& symbol) {
  return symbol.kind == Kind::value ? symbol.id.substr(symbol.id.find('=') + 1) : symbol.id;
}

Symbol renamed(const Symbol& symbol, const std::string& name) {
  if (symbol.kind != Kind::value) return {symbol.kind, name};
  return {Kind::value, symbol.id.substr(0, symbol.id.find('=') + 1) + name};
}

/// The type that `vocabulary` gives the attribute of a value.
std::string_view type_of(const RuleIndex& index, const Symbol& value) {
  const auto found = index.definition({Kind::attribute, value.id.substr(0, value.id.find('='))});
  return found ? text_under(found->occurrence->body, "type") : std::string_view{};
}

bool is_value_word(const std::string& name) {
  const auto is_letter = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  };
  return !name.empty() && is_letter(name.front()) && is_letter(name.back()) &&
         std::all_of(name.begin(), name.end(),
                     [&](char c) { return is_letter(c) || c == '.' || c == '-' || c == '_' || c == ':'; });
}

bool is_built_in(const std::string& attribute) {
  return attribute == model::item_attribute || attribute == "policy" || attribute == "enforcement";
}

/// Empty, or why the name cannot be that of anything of this kind.
std::string fault_of(const std::string& name, Kind kind) {
  const bool word = syntax::null_word(name, 0) == name || syntax::is_reserved(name);
  if (kind == Kind::attribute) {
    for (const auto* rule : check::all_rules()) {
      if (rule->open && field_named(*rule, name) != nullptr) {
        return "`" + name + "` is a key of " + std::string(rule->name) + " already";
      }
    }
    if (check::is_attribute_name(name) && !word) return {};
    return "`" + name + "` is not well formed as the name of an attribute: small letters, digits and `_`";
  }
  if (kind == Kind::value) {
    return is_value_word(name) && !word ? std::string{} : "`" + name + "` is not well formed as a value";
  }
  if (check::is_id(name) && !word) return {};
  return "`" + name + "` is not well formed as an id: small letters and digits, with single `.` or `-` between them";
}

struct Chosen {
  Target target;
  const Occurrence* occurrence = nullptr;
  Symbol symbol;
};

/// What can be renamed at the place; throws a `Refusal` that says why nothing can.
Chosen chosen(Workspace& workspace, const Json& params) {
  Chosen result{target_of(workspace, params), nullptr, {}};
  if (result.target.file == nullptr) throw Refusal{request_failed, "the file belongs to no rules"};
  const auto& index = result.target.set->index;
  for (const auto& [path, file] : index.files()) {
    if (!file->whole) throw Refusal{request_failed, "`" + path + "` cannot be read as YAML; mend it first"};
  }
  result.occurrence = result.target.file->at(result.target.offset);
  if (result.occurrence == nullptr) throw Refusal{request_failed, "no name stands here"};
  result.symbol = index.symbol_of(*result.occurrence);
  const auto name = name_of(result.symbol);
  if (result.symbol.kind == Kind::attribute && is_built_in(name)) {
    throw Refusal{request_failed, "`" + name + "` is known to the engine by this name"};
  }
  if (result.symbol.kind == Kind::value && type_of(index, result.symbol) == "country") {
    throw Refusal{request_failed, "`" + name + "` is the code of a country"};
  }
  if (!index.definition(result.symbol)) {
    throw Refusal{request_failed, "`" + name + "` is defined nowhere in the rules"};
  }
  return result;
}

}  // namespace

Json prepare_rename(Session& session, const Json& params) {
  const auto found = chosen(session.workspace, params);
  return {{"range", to_json(session.workspace.range(found.target.file->texts, found.occurrence->span))},
          {"placeholder", name_of(found.symbol)}};
}

Json rename(Session& session, const Json& params) {
  const auto& name = params.at("newName").get_ref<const std::string&>();
  const auto found = chosen(session.workspace, params);
  const auto& index = found.target.set->index;
  const auto fault = fault_of(name, found.symbol.kind);
  if (!fault.empty()) throw Refusal{request_failed, fault};
  const auto wanted = renamed(found.symbol, name);
  if (wanted == found.symbol) return {{"changes", Json::object()}};
  if (!index.all(wanted).empty()) {
    throw Refusal{request_failed, "`" + name + "` is another " + std::string(word_for(found.symbol.kind)) + " already"};
  }
  Json changes = Json::object();
  for (const auto& each : index.all(found.symbol)) {
    const auto range = session.workspace.range(each.file->texts, each.occurrence->span);
    changes[session.workspace.uri(each.file->path)].push_back({{"range", to_json(range)}, {"newText", name}});
  }
  return {{"changes", std::move(changes)}};
}

}  // namespace inforce::lsp
