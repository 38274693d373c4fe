// Circles in graphs: each knot once, by its shortest circle from its lowest node.
#include "engine/check/circles.h"

#include "tests/support/catch.h"

namespace inforce::check {

using Circles = std::vector<std::vector<std::uint32_t>>;

TEST_CASE("check circles: none") {
  CHECK(circles_in({}).empty());
  CHECK(circles_in({{1, 2}, {2}, {}}).empty());
}

TEST_CASE("check circles: a knot is told by one shortest circle") {
  CHECK(circles_in({{1}, {0}}) == Circles{{0, 1}});
  CHECK(circles_in({{1}, {2}, {3, 1}, {0}}) == Circles{{0, 1, 2, 3}});
  CHECK(circles_in({{2, 1}, {2}, {0}}) == Circles{{0, 2}});
}

TEST_CASE("check circles: knots are told apart, in order of their lowest nodes") {
  CHECK(circles_in({{3}, {2, 0}, {1}, {0, 4}, {}}) == Circles{{0, 3}, {1, 2}});
}

TEST_CASE("check circles: a ring of a hundred thousand nodes") {
  constexpr std::uint32_t size = 100'000;
  Graph ring(size);
  for (std::uint32_t i = 0; i < size; ++i) ring[i] = {(i + 1) % size};
  const Circles found = circles_in(ring);
  REQUIRE(found.size() == 1);
  CHECK(found.front().size() == size);
}

}  // namespace inforce::check
