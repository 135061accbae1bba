/** Main, command line, Camel, Artemis, Resilience4j, embedded database, wiring. Nobody uses it. */
@org.springframework.modulith.ApplicationModule
package de.kimhub.runtime;
