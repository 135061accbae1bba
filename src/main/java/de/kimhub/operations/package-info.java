/** What is wrong with the hub and its ways, for people who look after it; accounts and pages. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"message", "keys", "privacy", "connector", "intake",
        "delivery", "translation", "processing", "steering :: feed"})
package de.kimhub.operations;
