#include "engine/syntax/yaml.h"

#include <algorithm>
#include <istream>
#include <streambuf>
#include <unordered_map>

#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/mark.h>
#include <yaml-cpp/parser.h>

#include "engine/diagnostics/report.h"
#include "engine/syntax/scalar_span.h"
#include "engine/syntax/yaml_fault.h"
#include "engine/syntax/yaml_guard.h"

namespace inforce::syntax {
namespace {

// Everything that walks a tree recurses; this bounds it.
constexpr std::size_t deepest = 64;

struct Stop {};

class ViewBuffer final : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // NOLINT(cppcoreguidelines-pro-type-const-cast): never written
    setg(begin, begin, begin + text.size());
  }
};

struct Frame {
  Node node;
  bool flow = false;
  bool compact = false;     // A single pair in a list: no braces of its own.
  std::size_t reached = 0;  // The end of the last thing within.
  bool has_key = false;
  bool keeps_entry = true;  // False where the key was refused.
  bool merges = false;      // The key is `<<`.
  Node key;
  std::unordered_map<std::string, Span> seen;
};

// Makes the tree from the parser's events. Ends of things come from the text, since events mark only beginnings.
class Builder final : public YAML::EventHandler {
 public:
  Builder(std::string_view text, FileId file, std::vector<Diagnostic>& found)
      : text_(text), file_(file), found_(found) {}

  // Nothing where an alias or a merge key leaves a hole that would only give rise to more findings.
  [[nodiscard]] std::optional<Node> take_root() {
    return has_holes_ ? std::nullopt : std::optional<Node>(std::move(root_));
  }

  /// Where the outermost bracket is that is not closed yet; else the end of the text.
  [[nodiscard]] std::size_t open_from() const {
    const auto outermost =
        std::find_if(frames_.begin(), frames_.end(), [](const Frame& frame) { return frame.flow && !frame.compact; });
    return outermost == frames_.end() ? text_.size() : outermost->node.span.begin;
  }

  [[nodiscard]] Fault fault(std::string_view reason, std::size_t at) const {
    Fault fault{text_, file_, reason, std::min(at, text_.size()), last_, {}};
    for (auto frame = frames_.rbegin(); frame != frames_.rend() && !fault.open; ++frame) {
      if (frame->flow && !frame->compact) fault.open = frame->node.span.begin;
    }
    return fault;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (documents_++ == 0) return;
    const std::size_t at = skip_gap(text_, offset(mark));
    const bool marked =
        text_.substr(at).starts_with("---") || text_.substr(0, at).find("\n...") != std::string_view::npos;
    const std::size_t end = std::max(at, std::min(text_.find_first_of("\r\n", at), text_.size()));
    if (marked) {
      report(codes::several_documents, "a second document begins here", at, end, "one file holds one document");
    } else {
      report(codes::bad_yaml, "this does not belong to what stands above", at, end,
             "what belongs together is indented alike");
    }
    throw Stop{};
  }
  void OnDocumentEnd() override {}
  void OnMapEnd() override { close(); }
  void OnSequenceEnd() override { close(); }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override;
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) override;
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override;
  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value style) override {
    open(NodeKind::list, mark, anchor != 0 || tag != "?", style);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value style) override {
    open(NodeKind::map, mark, anchor != 0 || tag != "?", style);
  }

 private:
  [[nodiscard]] Span span(std::size_t begin, std::size_t end) const {
    return {file_, static_cast<std::uint32_t>(std::min(begin, text_.size())),
            static_cast<std::uint32_t>(std::min(std::max(begin, end), text_.size()))};
  }
  [[nodiscard]] std::size_t offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : std::min(static_cast<std::size_t>(mark.pos), text_.size());
  }
  void report(Code code, std::string message, std::size_t begin, std::size_t end, std::string help) {
    found_.push_back(diagnostics::make(code, std::move(message), span(begin, end), std::move(help)));
  }
  [[nodiscard]] bool key_expected() const {
    return !frames_.empty() && frames_.back().node.is_map() && !frames_.back().has_key;
  }

  std::size_t skip_properties(std::size_t at);
  void open(NodeKind kind, const YAML::Mark& mark, bool has_properties, YAML::EmitterStyle::value style);
  void close();
  void check_comment(std::size_t at);
  void add(Node node);
  void add_key(Frame& frame, Node node);
  void add_value(Frame& frame, Node node);
  [[nodiscard]] bool check_question_mark(const Frame& frame, std::size_t begin);
  [[nodiscard]] std::size_t place_of_nothing(std::size_t mark);
  void check_nothing_in_list(const Frame& frame, std::size_t mark);

  std::string_view text_;
  FileId file_;
  std::vector<Diagnostic>& found_;
  std::vector<Frame> frames_;
  std::optional<Extent> last_;
  Node root_;
  bool has_holes_ = false;
  int documents_ = 0;
};

// Reports the tag and the anchor at `at`, at most one of each, and gives the place of what they stand before.
std::size_t Builder::skip_properties(std::size_t at) {
  bool tagged = false;
  bool anchored = false;
  for (;;) {
    const char first = char_at(text_, at);
    const std::size_t end = end_of_word(text_, at);
    if (first == '!' && !tagged) {
      report(codes::tag, "YAML tags are not read", at, end, "remove the tag; put the value in quotes where it is text");
      tagged = true;
    } else if (first == '&' && !anchored) {
      report(codes::anchor_or_alias, "anchors and aliases are not read", at, end, "write out what is meant");
      anchored = true;
    } else {
      return at;
    }
    at = skip_gap(text_, end);
  }
}

void Builder::OnScalar(const YAML::Mark& mark, const std::string& /*tag*/, YAML::anchor_t /*anchor*/,
                       const std::string& value) {
  const std::size_t begin = skip_properties(offset(mark));
  const ScalarExtent extent = scalar_extent(text_, begin, value);
  if (!extent.closed) {
    const std::string quote(1, text_[begin]);
    report(codes::unclosed_quote, "quoted text is not closed", begin, begin + 1, "end it with `" + quote + "`");
  }
  Node node;
  node.kind = NodeKind::scalar;
  node.text = value;
  node.span = span(extent.whole.begin, extent.whole.end);
  node.content = span(extent.content.begin, extent.content.end);
  node.verbatim = extent.verbatim;
  node.quoted = extent.quoted;
  last_ = extent.whole;
  if (extent.quoted && extent.closed) check_comment(extent.whole.end);
  add(std::move(node));
}

// What looks like a comment right after a quote or bracket is none in YAML, though the parser takes it for one.
void Builder::check_comment(std::size_t at) {
  if (char_at(text_, at) == '#') {
    report(codes::bad_yaml, "a comment without a blank before it", at, at + 1, "put a blank before the `#`");
    found_.back().fix = Fix{"put a blank before the `#`", true, {{span(at, at), " "}}};
  }
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  const std::size_t at = offset(mark);
  has_holes_ = true;
  const bool merging = !frames_.empty() && frames_.back().merges && frames_.back().has_key;
  const std::size_t end = end_of_word(text_, at);
  if (!merging) {
    report(codes::anchor_or_alias, "anchors and aliases are not read", at, end, "write out what is meant");
  }
  Node node;
  node.span = span(at, end);
  last_ = Extent{at, end};
  if (key_expected()) {  // Said already; not also that it is no text.
    node.kind = NodeKind::scalar;
    node.text = text_.substr(at, end - at);
  }
  add(std::move(node));
}

void Builder::OnNull(const YAML::Mark& mark, YAML::anchor_t /*anchor*/) {
  const std::size_t at = skip_properties(offset(mark));
  const std::string_view word = null_word(text_, at);
  const bool a_key = char_at(text_, skip_blanks(text_, at + word.size())) == ':';
  Node node;
  if (!word.empty() && (key_expected() || !a_key)) {
    node.span = span(at, at + word.size());
    last_ = Extent{at, at + word.size()};
  } else {
    const std::size_t place = place_of_nothing(at);
    node.span = span(place, place);
  }
  add(std::move(node));
}

// Nothing is written, so the mark is that of whatever comes next.
std::size_t Builder::place_of_nothing(std::size_t mark) {
  if (frames_.empty() || key_expected()) return mark;
  const Frame& frame = frames_.back();
  if (frame.node.is_list()) {
    check_nothing_in_list(frame, mark);
    const std::size_t dash = skip_gap(text_, frame.reached);
    return char_at(text_, dash) == '-' ? dash + 1 : frame.reached;
  }
  const std::size_t colon = skip_blanks(text_, frame.reached);
  if (char_at(text_, colon) == ':') return colon + 1;
  if (!frame.flow && frame.keeps_entry) {
    const Span key = frame.key.span;
    report(codes::bad_yaml, "`" + frame.key.text + "` has no `:`", key.begin, key.end,
           "a key is followed by `: ` and its value");
  }
  return frame.reached;
}

void Builder::check_nothing_in_list(const Frame& frame, std::size_t mark) {
  if (frame.flow && char_at(text_, mark) == ',') {
    report(codes::bad_yaml, "nothing stands before the comma", mark, mark + 1, "remove the comma");
    found_.back().fix = Fix{"remove the comma", true, {{span(mark, mark + 1), {}}}};
  }
}

void Builder::open(NodeKind kind, const YAML::Mark& mark, bool has_properties, YAML::EmitterStyle::value style) {
  std::size_t at = offset(mark);
  if (has_properties) at = skip_properties(at);
  if (frames_.size() == deepest) {
    report(codes::too_deep, "nested more than " + std::to_string(deepest) + " deep", at, at + 1, {});
    throw Stop{};
  }
  if (key_expected()) {
    report(codes::key_not_text, kind == NodeKind::map ? "a map stands as a key" : "a list stands as a key", at, at + 1,
           "a key is a word; put it in quotes where it holds brackets");
  }
  Frame frame;
  frame.node.kind = kind;
  frame.node.span = span(at, at);
  frame.flow = style == YAML::EmitterStyle::Flow;
  frame.compact = frame.flow && char_at(text_, at) != '{' && char_at(text_, at) != '[';
  frame.reached = frame.flow && !frame.compact ? at + 1 : at;
  frames_.push_back(std::move(frame));
}

void Builder::close() {
  Frame frame = std::move(frames_.back());
  frames_.pop_back();
  std::size_t end = frame.reached;
  if (frame.flow && !frame.compact) {
    const char closing = frame.node.is_map() ? '}' : ']';
    std::size_t at = skip_gap(text_, end);
    while (char_at(text_, at) == ',') at = skip_gap(text_, at + 1);
    if (char_at(text_, at) == closing) check_comment(end = at + 1);
  }
  frame.node.span = span(frame.node.span.begin, end);
  add(std::move(frame.node));
}

void Builder::add(Node node) {
  if (frames_.empty()) {
    root_ = std::move(node);
    return;
  }
  Frame& frame = frames_.back();
  const std::size_t end = node.span.end;
  if (frame.node.is_list()) {
    frame.node.items.push_back(std::move(node));
  } else if (!frame.has_key) {
    const bool plain = check_question_mark(frame, node.span.begin);
    add_key(frame, std::move(node));
    frame.keeps_entry = frame.keeps_entry && plain;
  } else {
    add_value(frame, std::move(node));
  }
  frame.reached = std::max(frame.reached, end);
}

bool Builder::check_question_mark(const Frame& frame, std::size_t begin) {
  const std::size_t from = std::max<std::size_t>(frame.reached, frame.node.span.begin);
  const std::size_t at = skip_gap(text_, from);
  if (at >= begin || text_[at] != '?') return true;
  report(codes::key_not_text, "a key is written with `?`", at, at + 1, "write `key: value`");
  return false;
}

void Builder::add_key(Frame& frame, Node node) {
  frame.has_key = true;
  frame.merges = node.is_scalar() && !node.quoted && node.text == "<<";
  frame.keeps_entry = node.is_scalar() && !frame.merges;
  if (frame.merges) {
    has_holes_ = true;
    report(codes::merge_key, "merge keys are not read", node.span.begin, node.span.end, "write out what is meant");
  } else if (node.kind == NodeKind::null) {
    const bool written = node.span.end > node.span.begin;
    report(codes::key_not_text, written ? "a key that YAML reads as nothing" : "the key is missing", node.span.begin,
           node.span.end, written ? "put it in quotes" : "write `key: value`");
  } else if (node.is_scalar()) {
    const auto [first, added] = frame.seen.emplace(node.text, node.span);
    if (!added) {
      Diagnostic twice =
          diagnostics::make(codes::duplicate_key, "the key `" + node.text + "` appears twice", node.span);
      twice.related.push_back({first->second, "first here"});
      found_.push_back(std::move(twice));
      frame.keeps_entry = false;
    }
  }
  frame.key = std::move(node);
}

void Builder::add_value(Frame& frame, Node node) {
  if (frame.keeps_entry) frame.node.entries.push_back({std::move(frame.key), std::move(node)});
  frame.has_key = false;
  frame.merges = false;
  frame.keeps_entry = true;
}

}  // namespace

std::optional<Node> parse_yaml(const Sources& sources, FileId file, std::vector<Diagnostic>& found) {
  if (!guard_text(sources, file, found)) return std::nullopt;
  const std::string_view text = sources.text(file);
  ViewBuffer buffer(text);
  std::istream in(&buffer);
  Builder builder(text, file, found);
  try {
    YAML::Parser parser(in);
    while (parser.HandleNextDocument(builder)) {
    }
    return builder.take_root();
  } catch (const Stop&) {
    return std::nullopt;
  } catch (const YAML::Exception& error) {
    const std::size_t at = error.mark.pos < 0 ? text.size() : static_cast<std::size_t>(error.mark.pos);
    // What reads like a key in a bracket that is never closed need not be one.
    std::erase_if(found, [from = builder.open_from(), file](const Diagnostic& one) {
      return one.code == codes::key_not_text && one.primary->span.file == file && one.primary->span.begin >= from;
    });
    found.push_back(explain_fault(builder.fault(error.msg, at)));
    return std::nullopt;
  }
}

}  // namespace inforce::syntax
