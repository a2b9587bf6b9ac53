/**
 * Names of Greek, Cyrillic and Armenian letters, after the Adobe Glyph List.
 * Read by readGlyphNames, which says how they are written.
 */
export const GREEK_CYRILLIC_GLYPH_NAMES = `
374: numeralsigngreek numeralsignlowergreek 37A: ypogegrammeni 37E: questiongreek 384: tonos dialytikatonos
=dieresistonos Alphatonos anoteleia Epsilontonos Etatonos Iotatonos 38C: Omicrontonos 38E: Upsilontonos
Omegatonos iotadieresistonos Alpha Beta Gamma Deltagreek Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi
Omicron Pi Rho 3A3: Sigma Tau Upsilon Phi Chi Psi Omegagreek Iotadieresis Upsilondieresis alphatonos
epsilontonos etatonos iotatonos upsilondieresistonos alpha beta gamma delta epsilon zeta eta theta iota
kappa lambda mugreek nu xi omicron pi rho sigma1 =sigmafinal sigma tau upsilon phi chi psi omega
iotadieresis upsilondieresis omicrontonos upsilontonos omegatonos 3D0: betasymbolgreek theta1
=thetasymbolgreek Upsilon1 =Upsilonhooksymbol Upsilonacutehooksymbolgreek Upsilondieresishooksymbolgreek
phi1 =phisymbolgreek omega1 =pisymbolgreek 3DA: Stigmagreek 3DC: Digammagreek 3DE: Koppagreek 3E0:
Sampigreek 3E2: Sheicoptic sheicoptic Feicoptic feicoptic Kheicoptic kheicoptic Horicoptic horicoptic
Gangiacoptic gangiacoptic Shimacoptic shimacoptic Deicoptic deicoptic kappasymbolgreek rhosymbolgreek
sigmalunatesymbolgreek yotgreek 401: Iocyrillic =afii10023 Djecyrillic =afii10051 Gjecyrillic =afii10052
Ecyrillic =afii10053 Dzecyrillic =afii10054 Icyrillic =afii10055 Yicyrillic =afii10056 Jecyrillic =afii10057
Ljecyrillic =afii10058 Njecyrillic =afii10059 Tshecyrillic =afii10060 Kjecyrillic =afii10061 40E:
Ushortcyrillic =afii10062 Dzhecyrillic =afii10145 Acyrillic =afii10017 Becyrillic =afii10018 Vecyrillic
=afii10019 Gecyrillic =afii10020 Decyrillic =afii10021 Iecyrillic =afii10022 Zhecyrillic =afii10024
Zecyrillic =afii10025 Iicyrillic =afii10026 Iishortcyrillic =afii10027 Kacyrillic =afii10028 Elcyrillic
=afii10029 Emcyrillic =afii10030 Encyrillic =afii10031 Ocyrillic =afii10032 Pecyrillic =afii10033 Ercyrillic
=afii10034 Escyrillic =afii10035 Tecyrillic =afii10036 Ucyrillic =afii10037 Efcyrillic =afii10038
Khacyrillic =afii10039 Tsecyrillic =afii10040 Checyrillic =afii10041 Shacyrillic =afii10042 Shchacyrillic
=afii10043 Hardsigncyrillic =afii10044 Yericyrillic =afii10045 Softsigncyrillic =afii10046 Ereversedcyrillic
=afii10047 IUcyrillic =afii10048 IAcyrillic =afii10049 acyrillic =afii10065 afii10066 =becyrillic afii10067
=vecyrillic afii10068 =gecyrillic afii10069 =decyrillic afii10070 =iecyrillic afii10072 =zhecyrillic
afii10073 =zecyrillic afii10074 =iicyrillic afii10075 =iishortcyrillic afii10076 =kacyrillic afii10077
=elcyrillic afii10078 =emcyrillic afii10079 =encyrillic afii10080 =ocyrillic afii10081 =pecyrillic afii10082
=ercyrillic afii10083 =escyrillic afii10084 =tecyrillic afii10085 =ucyrillic afii10086 =efcyrillic afii10087
=khacyrillic afii10088 =tsecyrillic afii10089 =checyrillic afii10090 =shacyrillic afii10091 =shchacyrillic
afii10092 =hardsigncyrillic afii10093 =yericyrillic afii10094 =softsigncyrillic afii10095 =ereversedcyrillic
afii10096 =iucyrillic afii10097 =iacyrillic 451: afii10071 =iocyrillic afii10099 =djecyrillic afii10100
=gjecyrillic afii10101 =ecyrillic afii10102 =dzecyrillic afii10103 =icyrillic afii10104 =yicyrillic
afii10105 =jecyrillic afii10106 =ljecyrillic afii10107 =njecyrillic afii10108 =tshecyrillic afii10109
=kjecyrillic 45E: afii10110 =ushortcyrillic afii10193 =dzhecyrillic Omegacyrillic omegacyrillic Yatcyrillic
=afii10146 afii10194 =yatcyrillic Eiotifiedcyrillic eiotifiedcyrillic Yuslittlecyrillic yuslittlecyrillic
Yuslittleiotifiedcyrillic yuslittleiotifiedcyrillic Yusbigcyrillic yusbigcyrillic Yusbigiotifiedcyrillic
yusbigiotifiedcyrillic Ksicyrillic ksicyrillic Psicyrillic psicyrillic Fitacyrillic =afii10147 afii10195
=fitacyrillic Izhitsacyrillic =afii10148 afii10196 =izhitsacyrillic Izhitsadblgravecyrillic
izhitsadblgravecyrillic Ukcyrillic ukcyrillic Omegaroundcyrillic omegaroundcyrillic Omegatitlocyrillic
omegatitlocyrillic Otcyrillic otcyrillic Koppacyrillic koppacyrillic thousandcyrillic titlocyrilliccmb
palatalizationcyrilliccmb dasiapneumatacyrilliccmb psilipneumatacyrilliccmb 490: Gheupturncyrillic
=afii10050 afii10098 =gheupturncyrillic Ghestrokecyrillic ghestrokecyrillic Ghemiddlehookcyrillic
ghemiddlehookcyrillic Zhedescendercyrillic zhedescendercyrillic Zedescendercyrillic zedescendercyrillic
Kadescendercyrillic kadescendercyrillic Kaverticalstrokecyrillic kaverticalstrokecyrillic Kastrokecyrillic
kastrokecyrillic Kabashkircyrillic kabashkircyrillic Endescendercyrillic endescendercyrillic Enghecyrillic
enghecyrillic Pemiddlehookcyrillic pemiddlehookcyrillic Haabkhasiancyrillic haabkhasiancyrillic
Esdescendercyrillic esdescendercyrillic Tedescendercyrillic tedescendercyrillic Ustraightcyrillic
ustraightcyrillic Ustraightstrokecyrillic ustraightstrokecyrillic Hadescendercyrillic hadescendercyrillic
Tetsecyrillic tetsecyrillic Chedescendercyrillic chedescendercyrillic Cheverticalstrokecyrillic
cheverticalstrokecyrillic Shhacyrillic shhacyrillic Cheabkhasiancyrillic cheabkhasiancyrillic
Chedescenderabkhasiancyrillic chedescenderabkhasiancyrillic palochkacyrillic Zhebrevecyrillic
zhebrevecyrillic Kahookcyrillic kahookcyrillic 4C7: Enhookcyrillic enhookcyrillic 4CB: Chekhakassiancyrillic
chekhakassiancyrillic 4D0: Abrevecyrillic abrevecyrillic Adieresiscyrillic adieresiscyrillic Aiecyrillic
aiecyrillic Iebrevecyrillic iebrevecyrillic Schwacyrillic afii10846 =schwacyrillic Schwadieresiscyrillic
schwadieresiscyrillic Zhedieresiscyrillic zhedieresiscyrillic Zedieresiscyrillic zedieresiscyrillic
Dzeabkhasiancyrillic dzeabkhasiancyrillic Imacroncyrillic imacroncyrillic Idieresiscyrillic
idieresiscyrillic Odieresiscyrillic odieresiscyrillic Obarredcyrillic obarredcyrillic
Obarreddieresiscyrillic obarreddieresiscyrillic 4EE: Umacroncyrillic umacroncyrillic Udieresiscyrillic
udieresiscyrillic Uhungarumlautcyrillic uhungarumlautcyrillic Chedieresiscyrillic chedieresiscyrillic 4F8:
Yerudieresiscyrillic yerudieresiscyrillic
`;
