/** {@code hub chaos}: the real process under load, killed again and again, and the count at the recipients. */
package de.kimhub.runtime.chaos;
