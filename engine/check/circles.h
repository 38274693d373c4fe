// Circles in a graph of numbered nodes.
#pragma once

#include <cstdint>
#include <vector>

namespace inforce::check {

/// For each node, the nodes that it refers to.
using Graph = std::vector<std::vector<std::uint32_t>>;

/// One shortest circle for each knot of nodes that all reach each other, beginning with its lowest node; in order of
/// those. Linear, and without recursion.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> circles_in(const Graph& graph);

}  // namespace inforce::check
