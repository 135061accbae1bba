/**
 * Statistical disclosure control: which cells of published tables are hidden so that no number of few people can be
 * worked out from what is shown, the certificate that proves it, and an audit that tries to break it.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "message")
package de.kimhub.disclosure;
