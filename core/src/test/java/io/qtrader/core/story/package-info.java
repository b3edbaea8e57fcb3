/**
 * The scenario language: what a desk sees go in, and what must come out, one file a story.
 *
 * <p>In: {@code *.story} files. Out: journal entries for a {@link io.qtrader.core.story.Stage}, and a
 * {@link io.qtrader.core.story.StoryFailure} where what comes back is not what the story says. Nothing
 * here knows how a story is run: a stage may be the bare core, a topology, or a real broker.
 *
 * <pre>
 * # A fill beats the cancel.
 * market AAPL 182.49/182.51
 * intent s1 AAPL +100 @0.95        -&gt; parent BUY 100, child NEW 100
 * fill   c1 40                     -&gt; position 40
 * </pre>
 *
 * <p>Of fills, instructions, parent orders, breaches and rejects everything must be named, so that
 * nothing happens unnoticed; but a {@code fill} line implies its own plain fill, and a parent order
 * that only counts it need not be named. Tables are checked where they are named. Parents, orders and
 * children are p1, o1, c1 in the order of their making. The whole vocabulary is in
 * {@code stories/README.md}.
 */
package io.qtrader.core.story;
