/** The commands of {@code hub} for administrators. */
package de.kimhub.runtime.command;
