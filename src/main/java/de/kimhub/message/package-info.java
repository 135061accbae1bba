/**
 * The canonical model: what a case message is, whatever tool it comes from or goes to.
 * Uses nothing but the JDK.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package de.kimhub.message;
