/** {@code hub demo}: the hub with a synthetic Kreis around it. */
package de.kimhub.runtime.demo;
