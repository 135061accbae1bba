/** Outbox, lanes, sealed batches, acknowledgements: every entitled recipient gets each event once, in order. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"message", "connector", "translation", "sharing", "keys", "privacy"})
package de.kimhub.delivery;
