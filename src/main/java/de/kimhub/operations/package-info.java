/** What is wrong with the hub and its ways, for people who look after it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"message"})
package de.kimhub.operations;
