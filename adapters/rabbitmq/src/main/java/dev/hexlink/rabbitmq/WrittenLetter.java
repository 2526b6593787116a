package dev.hexlink.rabbitmq;

import dev.hexlink.domain.visit.Visit;
import java.util.List;

/** Visits, and the letter that carries them. */
record WrittenLetter(List<Visit> visits, OutgoingLetter letter) {}
