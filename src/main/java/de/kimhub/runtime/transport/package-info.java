/** The way to and from the tools: instances as Camel routes over the kamelets in {@code routes/transports}. */
package de.kimhub.runtime.transport;
