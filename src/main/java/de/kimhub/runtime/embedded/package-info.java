/** The parts that a hub brings along: PostgreSQL and Artemis in its data folder. */
package de.kimhub.runtime.embedded;
