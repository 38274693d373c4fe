#include "engine/check/circles.h"

#include <algorithm>
#include <limits>
#include <queue>

#include "engine/check/names.h"
#include "engine/check/stages.h"

namespace inforce::check {
namespace {

using Node = std::uint32_t;
constexpr Node none = std::numeric_limits<Node>::max();

/// Tarjan's strongly connected components, with a stack of its own.
class Knots {
 public:
  explicit Knots(const Graph& graph)
      : graph_(graph), order_(graph.size(), none), low_(graph.size(), none), knot_(graph.size(), none) {
    for (Node node = 0; node < graph.size(); ++node) {
      if (order_[node] == none) visit(node);
    }
  }

  /// The number of the knot that each node belongs to.
  [[nodiscard]] const std::vector<Node>& numbers() const { return knot_; }
  [[nodiscard]] Node count() const { return knots_; }

 private:
  struct Step {
    Node node;
    std::size_t next;
  };

  void enter(Node node) {
    order_[node] = low_[node] = entered_++;
    pending_.push_back(node);
    path_.push_back({node, 0});
  }

  void leave(Node node) {
    path_.pop_back();
    if (!path_.empty()) low_[path_.back().node] = std::min(low_[path_.back().node], low_[node]);
    if (low_[node] != order_[node]) return;
    for (Node member = none; member != node;) {
      member = pending_.back();
      pending_.pop_back();
      knot_[member] = knots_;
    }
    ++knots_;
  }

  void visit(Node root) {
    enter(root);
    while (!path_.empty()) {
      Step& step = path_.back();
      if (step.next == graph_[step.node].size()) {
        leave(step.node);
        continue;
      }
      const Node target = graph_[step.node][step.next++];
      if (order_[target] == none) {
        enter(target);
      } else if (knot_[target] == none) {
        low_[step.node] = std::min(low_[step.node], order_[target]);
      }
    }
  }

  const Graph& graph_;
  std::vector<Node> order_, low_, knot_, pending_;
  std::vector<Step> path_;
  Node entered_ = 0;
  Node knots_ = 0;
};

std::vector<Node> shortest_circle(const Graph& graph, const std::vector<Node>& knots, Node start,
                                  std::vector<Node>& came_from) {
  std::queue<Node> open;
  open.push(start);
  while (!open.empty()) {
    const Node node = open.front();
    open.pop();
    for (const Node target : graph[node]) {
      if (target == start) {
        std::vector<Node> circle;
        for (Node at = node; at != start; at = came_from[at]) circle.push_back(at);
        circle.push_back(start);
        std::reverse(circle.begin(), circle.end());
        return circle;
      }
      if (knots[target] != knots[start] || came_from[target] != none) continue;
      came_from[target] = node;
      open.push(target);
    }
  }
  return {};
}

void report_circle(Draft& draft, Code code, const std::string& words, const std::vector<Node>& circle,
                   std::string_view (*id_of)(const Draft&, Node), Span (*span_of)(const Draft&, Node)) {
  constexpr std::size_t shown = 8;
  std::string message = words + ": ";
  for (std::size_t i = 0; i < std::min(circle.size(), shown); ++i) message += quoted(id_of(draft, circle[i])) + " → ";
  if (circle.size() > shown) message += "… → ";
  message += quoted(id_of(draft, circle.front()));
  std::vector<Label> related;
  for (std::size_t i = 1; i < std::min(circle.size(), shown); ++i) {
    related.push_back({span_of(draft, circle[i]), "in the circle"});
  }
  draft.report(code, message, span_of(draft, circle.front())).related = std::move(related);
}

void check_events(Draft& draft, Code code, const std::string& words,
                  const std::vector<model::EventId> model::Event::*references) {
  Graph graph(draft.book.events.size());
  for (Node i = 0; i < graph.size(); ++i) {
    for (const model::EventId target : draft.book.events[i].*references) graph[i].push_back(target.value);
  }
  for (const auto& circle : circles_in(graph)) {
    report_circle(
        draft, code, words, circle,
        [](const Draft& in, Node node) { return std::string_view(in.book.events[node].id); },
        [](const Draft& in, Node node) { return in.book.events[node].span; });
  }
}

void check_parts(Draft& draft) {
  Graph graph(draft.book.measures.size());
  for (Node i = 0; i < graph.size(); ++i) {
    if (draft.book.measures[i].part_of) graph[i].push_back(draft.book.measures[i].part_of->value);
  }
  for (const auto& circle : circles_in(graph)) {
    report_circle(
        draft, codes::part_of_circle, "parts form a circle", circle,
        [](const Draft& in, Node node) { return std::string_view(in.book.measures[node].id); },
        [](const Draft& in, Node node) { return in.book.measures[node].span; });
  }
}

}  // namespace

std::vector<std::vector<std::uint32_t>> circles_in(const Graph& graph) {
  const Knots knots(graph);
  std::vector<std::uint32_t> sizes(knots.count(), 0);
  for (const Node knot : knots.numbers()) ++sizes[knot];
  std::vector<std::vector<Node>> circles;
  std::vector<Node> came_from(graph.size(), none);
  for (Node node = 0; node < graph.size(); ++node) {
    std::uint32_t& size = sizes[knots.numbers()[node]];
    if (size < 2) continue;
    circles.push_back(shortest_circle(graph, knots.numbers(), node, came_from));
    size = 0;
  }
  return circles;
}

void check_circles(Draft& draft) {
  check_events(draft, codes::after_circle, "events come after each other in a circle", &model::Event::after);
  check_events(draft, codes::retraction_circle, "events retract each other in a circle", &model::Event::retracts);
  check_parts(draft);
}

void check_imposed(Draft& draft) {
  const model::Rulebook& book = draft.book;
  std::vector<bool> reached(book.measures.size(), false);
  std::vector<model::MeasureId> open;
  for (const model::Effect& effect : book.effects) {
    if (effect.verb == model::Verb::impose) open.push_back(effect.named);
  }
  while (!open.empty()) {
    const model::MeasureId id = open.back();
    open.pop_back();
    if (reached[id.value]) continue;
    reached[id.value] = true;
    open.insert(open.end(), book[id].parts.begin(), book[id].parts.end());
  }
  for (std::size_t i = 0; i < reached.size(); ++i) {
    const model::Measure& measure = book.measures[i];
    if (reached[i] || !measure.parts.empty() || measure.kind == model::Kind::membership) continue;
    draft.report(codes::never_imposed, quoted(measure.id) + " is never imposed, so it is never in force", measure.span,
                 "impose it by an effect of an event");
  }
}

}  // namespace inforce::check
