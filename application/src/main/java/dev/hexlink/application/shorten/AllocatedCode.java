package dev.hexlink.application.shorten;

import dev.hexlink.domain.code.ShortCode;
import dev.hexlink.domain.link.CodeOrigin;

/** A code for a new link, and where it came from. */
public record AllocatedCode(ShortCode code, CodeOrigin origin) {}
