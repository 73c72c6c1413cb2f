delete from grants where event >= :from and event < :until;
