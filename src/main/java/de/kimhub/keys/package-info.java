/** Key sets, field encryption, keyed digests and signatures: the only user of cryptography. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = "message")
package de.kimhub.keys;
