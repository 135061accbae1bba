/** A synthetic Kreis: people, what happens to them in a year, and the ledger of it. Knows neither hub nor tools. */
package de.kimhub.runtime.demo.kreis;
