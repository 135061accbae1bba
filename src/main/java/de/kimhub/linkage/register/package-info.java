/**
 * The persons in PostgreSQL: personas, blocking keys, pairs, decisions, events and reviews.
 *
 * <p>Locks are taken in one order, so that two batches never wait for each other in a circle: file numbers
 * ({@link de.kimhub.linkage.SourceCases#lock}), then blocking keys, then the files of the neighbourhood that is decided
 * about, each sorted and in one go.
 */
package de.kimhub.linkage.register;
