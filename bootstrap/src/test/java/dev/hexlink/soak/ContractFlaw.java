package dev.hexlink.soak;

/**
 * A defect of one adapter, that a case of its port's contract must reject.
 *
 * @param specimen what runs the case against the adapter
 */
record ContractFlaw(Flaw flaw, Class<? extends Specimen> specimen, String contractCase) {}
