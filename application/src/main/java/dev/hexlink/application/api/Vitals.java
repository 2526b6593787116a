package dev.hexlink.application.api;

import java.util.List;

/** The figures of the running system; the list itself never changes, the values do. */
public interface Vitals {
  List<Vital> all();

  /** The balance of visits, now. */
  Balance balance();
}
