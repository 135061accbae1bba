/**
 * Names as people are called, in any script and romanisation: taken apart, written in Latin letters, compared, and how
 * frequent they are. Pure functions over shipped tables; safe for any number of threads. Uses the JDK and ICU only.
 */
package de.kimhub.linkage.names;
