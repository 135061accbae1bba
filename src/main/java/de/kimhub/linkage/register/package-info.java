/**
 * The persons in PostgreSQL: personas, blocking keys, pairs, decisions, events and reviews.
 *
 * <p>Locks are taken in one order ({@link de.kimhub.linkage.LockOrder}), so that two batches never wait for each other in a
 * circle: file numbers, then blocking keys, then the files of the neighbourhood that is decided about.
 */
package de.kimhub.linkage.register;
