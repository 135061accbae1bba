/** {@code hub bench}: what the hub does in a second, beside the naive way and the bare database work. */
package de.kimhub.runtime.bench;
