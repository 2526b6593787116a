/**
 * The contracts of the ports: one suite of JUnit cases per port, for whoever writes an adapter. A test of the adapter implements the suite's
 * interface and hands out the adapter; every sentence of the port's Javadoc is then put to the proof, races and outages included.
 *
 * <pre>{@code
 * class PostgresLinksTest implements LinksContract {
 *   public Links links() {
 *     return postgres.links();
 *   }
 *
 *   public Optional<Links> unreachableLinks() {
 *     return Optional.of(new PostgresLinks(nobodyListensHere));
 *   }
 * }
 * }</pre>
 *
 * Cases do not mind what others left in a store, so one store may serve them all. Their data comes from a seed that is printed and can be given
 * again with {@code -Dhexlink.seed=…}. Racing threads ask the test for the adapter each time, which may hand out several instances on one store.
 */
@NullMarked
package dev.hexlink.contracts;

import org.jspecify.annotations.NullMarked;
