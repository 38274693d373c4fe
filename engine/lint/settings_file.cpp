#include "engine/lint/settings_file.h"

#include <algorithm>
#include <array>

#define TOML_EXCEPTIONS 0
#include <toml++/toml.h>

#include "engine/diagnostics/report.h"
#include "engine/lint/selection.h"

namespace inforce::lint {
namespace {

constexpr std::size_t longest_file = std::size_t{64} << 10U;
// The library nests as deep as a dotted key is long, and takes down what it has built by recursion.
constexpr std::ptrdiff_t most_dots = 64;

constexpr std::array<std::string_view, 1> keys_of_file{"check"};
constexpr std::array<std::string_view, 7> keys_of_check{"baseline", "fail_on", "ignore",  "paths",
                                                        "rules",    "select",  "severity"};
constexpr std::array<std::string_view, 4> keys_of_paths{"ignore", "paths", "select", "severity"};

std::string in_ticks(std::string_view text) {
  std::string shown = "`";
  for (const char c : text) shown += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? '?' : c;
  return shown + "`";
}

class Reader {
 public:
  Reader(const Sources& sources, FileId file, std::vector<Diagnostic>& found)
      : sources_(sources), file_(file), found_(found) {}

  SettingsFile settings;

  void read() {
    if (!is_bounded()) return;
    const auto parsed = toml::parse(sources_.text(file_));
    if (!parsed) return say_not_toml(parsed.error());
    const toml::table& root = parsed.table();
    refuse_unknown(root, keys_of_file, {});
    if (const toml::node* node = root.get("check")) {
      if (const auto* check = node->as_table()) {
        read_check(*check);
      } else {
        say(codes::bad_setting, "`check` is no table", *node, "write `[check]` on a line of its own");
      }
    }
  }

 private:
  // The offset of a place that the library names by line and column; both may lie past the end.
  [[nodiscard]] std::uint32_t offset(const toml::source_position& at) const {
    const std::string_view text = sources_.text(file_);
    const std::string_view line = sources_.line(file_, at.line);
    if (line.data() == nullptr) return static_cast<std::uint32_t>(text.size());
    std::size_t byte = 0;
    for (toml::source_index column = 1; column < at.column && byte < line.size(); ++column) {
      ++byte;
      while (byte < line.size() && (static_cast<unsigned char>(line[byte]) & 0xC0U) == 0x80U) ++byte;
    }
    return static_cast<std::uint32_t>(static_cast<std::size_t>(line.data() - text.data()) + byte);
  }

  [[nodiscard]] Span span(const toml::source_region& region) const {
    const std::uint32_t begin = offset(region.begin);
    return {file_, begin, std::max(begin, offset(region.end))};
  }

  void say(Code code, std::string message, Span where, std::string help) {
    found_.push_back(diagnostics::make(code, std::move(message), where, std::move(help)));
  }
  void say(Code code, std::string message, const toml::node& where, std::string help) {
    say(code, std::move(message), span(where.source()), std::move(help));
  }

  bool is_bounded() {
    const std::string_view text = sources_.text(file_);
    if (text.size() > longest_file) {
      say(codes::bad_settings, "the settings are longer than 64 KiB", {file_, 0, 0}, {});
      return false;
    }
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view line = text.substr(begin, end - begin);
      if (std::count(line.begin(), line.end(), '.') > most_dots) {
        say(codes::bad_settings, "a line with more than " + std::to_string(most_dots) + " dots",
            {file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + 1)},
            "put the items of a list on lines of their own");
        return false;
      }
      begin = end + 1;
    }
    return true;
  }

  void say_not_toml(const toml::parse_error& error) {
    std::string words(error.description());
    const std::size_t colon = words.find(": ");
    if (words.starts_with("Error while parsing") && colon < words.size()) words.erase(0, colon + 2);
    for (char& c : words) {
      if (static_cast<unsigned char>(c) < 0x20) c = ' ';
    }
    Span where = span(error.source());
    const std::size_t size = sources_.text(file_).size();
    if (where.begin == where.end && where.end < size) ++where.end;
    const std::string_view seen = sources_.text(where);
    const bool word = !seen.empty() && ((seen[0] >= 'A' && seen[0] <= 'Z') || (seen[0] >= 'a' && seen[0] <= 'z'));
    say(codes::bad_settings, "this is not TOML: " + words, where, word ? "texts stand in quotes" : "");
  }

  // Keys that begin with `x-` are for private notes.
  void refuse_unknown(const toml::table& table, std::span<const std::string_view> known, std::string_view of) {
    for (const auto& [key, value] : table) {
      const std::string_view seen = key.str();
      if (seen.starts_with("x-") || std::find(known.begin(), known.end(), seen) != known.end()) continue;
      say(codes::unknown_setting,
          "there is no key " + in_ticks(seen) + (of.empty() ? "" : " in `" + std::string(of) + "`"), span(key.source()),
          remedy(seen, known));
    }
  }

  static std::string remedy(std::string_view seen, std::span<const std::string_view> known) {
    std::string near = diagnostics::did_you_mean(seen, known);
    if (!near.empty()) return near;
    std::string all;
    for (const std::string_view key : known) all += (all.empty() ? "`" : ", `") + std::string(key) + "`";
    return "the keys are " + all;
  }

  void read_check(const toml::table& check) {
    refuse_unknown(check, keys_of_check, "check");
    read_rules(check, {""});
    for (const auto& [root, node] : texts(check.get("rules"), "rules")) settings.roots.push_back(root);
    if (const toml::node* node = check.get("baseline")) settings.baseline = text(*node, "baseline");
    if (const toml::node* node = check.get("fail_on")) {
      settings.fail_on = gate_named(text(*node, "fail_on"));
      if (!settings.fail_on && node->is_string()) say_not_among(*node, "`error`, `warning`, `note` or `never`");
    }
    if (const toml::node* node = check.get("paths")) read_all_paths(*node);
  }

  void read_all_paths(const toml::node& node) {
    const auto* list = node.as_array();
    const bool tables = list != nullptr &&
                        std::all_of(list->begin(), list->end(), [](const toml::node& each) { return each.is_table(); });
    if (!tables) {
      say(codes::bad_setting, "`paths` is no list of tables", node, "write `[[check.paths]]` on a line of its own");
      return;
    }
    for (const toml::node& each : *list) {
      const toml::table& entry = *each.as_table();
      refuse_unknown(entry, keys_of_paths, "check.paths");
      std::vector<std::string> paths;
      for (const auto& [glob, place] : texts(entry.get("paths"), "paths")) paths.push_back(glob);
      if (!entry.contains("paths")) {
        say(codes::bad_setting, "an entry that names no `paths`", each, "write `paths = \"rules/**\"`");
      }
      read_rules(entry, paths);
    }
  }

  // Of one table: what is selected, then what is ignored, then how severe it is.
  void read_rules(const toml::table& table, const std::vector<std::string>& paths) {
    const toml::node* selected = table.get("select");
    if (selected != nullptr) add({"all", {}, false, std::nullopt}, paths);
    for (const auto& [words, node] : texts(selected, "select")) {
      if (are_codes(words, span(node->source()), false)) add({words, {}, true, std::nullopt}, paths);
    }
    for (const auto& [words, node] : texts(table.get("ignore"), "ignore")) {
      if (are_codes(words, span(node->source()), true)) add({words, {}, false, std::nullopt}, paths);
    }
    if (const toml::node* node = table.get("severity")) read_severities(*node, paths);
  }

  // A table has no order: what names codes more exactly comes later, and so decides.
  void read_severities(const toml::node& node, const std::vector<std::string>& paths) {
    const auto* table = node.as_table();
    if (table == nullptr) return say(codes::bad_setting, "`severity` is no table", node, "write `IF804 = \"error\"`");
    std::vector<FindingRule> rules;
    for (const auto& [key, value] : *table) {
      const std::string words(key.str());
      const bool known = are_codes(words, span(key.source()), true);
      const auto severity = severity_named(text(value, words));
      if (!severity && value.is_string()) say_not_among(value, "`error`, `warning` or `note`");
      if (known && severity) rules.push_back({words, {}, std::nullopt, severity});
    }
    std::stable_sort(rules.begin(), rules.end(), [](const FindingRule& a, const FindingRule& b) {
      return exactness(a.codes) < exactness(b.codes);
    });
    for (const FindingRule& rule : rules) add(rule, paths);
  }

  void add(const FindingRule& rule, const std::vector<std::string>& paths) {
    for (const std::string& glob : paths) {
      settings.rules.push_back(rule);
      settings.rules.back().paths = glob;
    }
  }

  bool are_codes(const std::string& words, Span where, bool touching) {
    auto fault = fault_in_codes(words, touching);
    if (!fault) return true;
    fault->primary = Label{where, {}};
    found_.push_back(std::move(*fault));
    return false;
  }

  // What is no text is said, and counts as empty.
  std::string text(const toml::node& node, std::string_view key) {
    if (const auto* value = node.as_string()) {
      if (value->get().empty()) say(codes::bad_setting, in_ticks(key) + " is empty", node, {});
      return value->get();
    }
    say(codes::bad_setting, in_ticks(key) + " is no text", node, "put it in quotes");
    return {};
  }

  // A list of texts, or one alone.
  std::vector<std::pair<std::string, const toml::node*>> texts(const toml::node* node, std::string_view key) {
    std::vector<std::pair<std::string, const toml::node*>> all;
    if (node == nullptr) return all;
    if (const auto* list = node->as_array()) {
      for (const toml::node& each : *list) all.emplace_back(text(each, key), &each);
    } else {
      all.emplace_back(text(*node, key), node);
    }
    all.erase(std::remove_if(all.begin(), all.end(), [](const auto& each) { return each.first.empty(); }), all.end());
    return all;
  }

  void say_not_among(const toml::node& node, const std::string& words) {
    say(codes::bad_setting, in_ticks(node.as_string()->get()) + " is not " + words, node, {});
  }

  const Sources& sources_;
  FileId file_;
  std::vector<Diagnostic>& found_;
};

}  // namespace

std::optional<Gate> gate_named(std::string_view word) {
  const auto mildest = severity_named(word);
  if (!mildest && word != "never") return std::nullopt;
  return Gate{mildest};
}

std::optional<SettingsFile> read_settings(const Sources& sources, FileId file, std::vector<Diagnostic>& found) {
  const std::size_t before = found.size();
  Reader reader(sources, file, found);
  reader.read();
  if (found.size() > before) return std::nullopt;
  return std::move(reader.settings);
}

}  // namespace inforce::lint
