/**
 * What strategies and broker adapters in Java use, and what the rest of qtrader shares with them.
 *
 * <p>In: Kafka properties and the registry's address. Out: the topics by name ({@link
 * io.qtrader.client.Topic}), their values as records ({@link io.qtrader.client.AvroSerde}), and
 * where each output came from ({@link io.qtrader.client.Seq}).
 *
 * <ul>
 *   <li>A strategy publishes with {@link io.qtrader.client.IntentPublisher}.
 *   <li>A broker adapter reads with {@link io.qtrader.client.ChildOrderReader} and answers with
 *       {@link io.qtrader.client.ExecutionPublisher}. It polls, handles, commits; what it had not
 *       committed when it crashed is handed out again, so it must know an instruction that it has
 *       handled: by child id, action and request.
 *   <li>Set-up makes topics ({@link io.qtrader.client.TopicSetup}) as they are planned ({@link
 *       io.qtrader.client.TopicPlan}), and a journal's first entries ({@link
 *       io.qtrader.client.JournalSeed}); every start checks ({@link
 *       io.qtrader.client.TopicCheck}).
 * </ul>
 *
 * <p>What a person must put right is a {@link io.qtrader.client.ClientException}, whose message is
 * one line for that person; a record that cannot be read is an {@link
 * io.qtrader.client.UndecodableException}; all else that is thrown is a bug.
 */
package io.qtrader.client;
