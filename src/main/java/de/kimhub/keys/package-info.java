/** Key sets, field encryption and keyed digests: the only user of cryptography. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "message")
package de.kimhub.keys;
