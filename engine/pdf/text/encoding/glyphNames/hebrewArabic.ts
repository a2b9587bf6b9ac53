/**
 * Names of Hebrew and Arabic letters, marks and presentation forms, after the Adobe Glyph List.
 * Read by readGlyphNames, which says how they are written.
 */
export const HEBREW_ARABIC_GLYPH_NAMES = `
591: etnahtafoukhhebrew =etnahtafoukhlefthebrew =etnahtahebrew =etnahtalefthebrew segoltahebrew
shalshelethebrew zaqefqatanhebrew zaqefgadolhebrew tipehahebrew =tipehalefthebrew reviahebrew
=reviamugrashhebrew zarqahebrew pashtahebrew yetivhebrew tevirhebrew =tevirlefthebrew gereshaccenthebrew
gereshmuqdamhebrew gershayimaccenthebrew qarneyparahebrew telishagedolahebrew pazerhebrew 5A3: munahhebrew
=munahlefthebrew mahapakhhebrew =mahapakhlefthebrew merkhahebrew =merkhalefthebrew merkhakefulahebrew
=merkhakefulalefthebrew dargahebrew =dargalefthebrew qadmahebrew telishaqetanahebrew yerahbenyomohebrew
=yerahbenyomolefthebrew olehebrew iluyhebrew dehihebrew zinorhebrew masoracirclehebrew afii57799 =sheva
=sheva115 =sheva15 =sheva22 =sheva2e =shevahebrew =shevanarrowhebrew =shevaquarterhebrew =shevawidehebrew
afii57801 =hatafsegol =hatafsegol17 =hatafsegol24 =hatafsegol30 =hatafsegolhebrew =hatafsegolnarrowhebrew
=hatafsegolquarterhebrew =hatafsegolwidehebrew afii57800 =hatafpatah =hatafpatah16 =hatafpatah23
=hatafpatah2f =hatafpatahhebrew =hatafpatahnarrowhebrew =hatafpatahquarterhebrew =hatafpatahwidehebrew
afii57802 =hatafqamats =hatafqamats1b =hatafqamats28 =hatafqamats34 =hatafqamatshebrew
=hatafqamatsnarrowhebrew =hatafqamatsquarterhebrew =hatafqamatswidehebrew afii57793 =hiriq =hiriq14 =hiriq21
=hiriq2d =hiriqhebrew =hiriqnarrowhebrew =hiriqquarterhebrew =hiriqwidehebrew afii57794 =tsere =tsere12
=tsere1e =tsere2b =tserehebrew =tserenarrowhebrew =tserequarterhebrew =tserewidehebrew afii57795 =segol
=segol13 =segol1f =segol2c =segolhebrew =segolnarrowhebrew =segolquarterhebrew =segolwidehebrew afii57798
=patah =patah11 =patah1d =patah2a =patahhebrew =patahnarrowhebrew =patahquarterhebrew =patahwidehebrew
afii57797 =qamats =qamats10 =qamats1a =qamats1c =qamats27 =qamats29 =qamats33 =qamatsde =qamatshebrew
=qamatsnarrowhebrew =qamatsqatanhebrew =qamatsqatannarrowhebrew =qamatsqatanquarterhebrew
=qamatsqatanwidehebrew =qamatsquarterhebrew =qamatswidehebrew afii57806 =holam =holam19 =holam26 =holam32
=holamhebrew =holamnarrowhebrew =holamquarterhebrew =holamwidehebrew 5BB: afii57796 =qubuts =qubuts18
=qubuts25 =qubuts31 =qubutshebrew =qubutsnarrowhebrew =qubutsquarterhebrew =qubutswidehebrew afii57807
=dagesh =dageshhebrew afii57839 =siluqhebrew =siluqlefthebrew afii57645 =maqafhebrew afii57841 =rafe
=rafehebrew afii57842 =paseqhebrew afii57804 =shindothebrew afii57803 =sindothebrew afii57658
=sofpasuqhebrew upperdothebrew 5D0: afii57664 =alef =alefhebrew afii57665 =bet =bethebrew afii57666 =gimel
=gimelhebrew afii57667 =dalet =dalethebrew afii57668 =he =hehebrew afii57669 =vav =vavhebrew afii57670
=zayin =zayinhebrew afii57671 =het =hethebrew afii57672 =tet =tethebrew afii57673 =yod =yodhebrew afii57674
=finalkaf =finalkafhebrew afii57675 =kaf =kafhebrew afii57676 =lamed =lamedhebrew afii57677 =finalmem
=finalmemhebrew afii57678 =mem =memhebrew afii57679 =finalnun =finalnunhebrew afii57680 =nun =nunhebrew
afii57681 =samekh =samekhhebrew afii57682 =ayin =ayinhebrew afii57683 =finalpe =finalpehebrew afii57684 =pe
=pehebrew afii57685 =finaltsadi =finaltsadihebrew afii57686 =tsadi =tsadihebrew afii57687 =qof =qofhebrew
afii57688 =resh =reshhebrew afii57689 =shin =shinhebrew afii57690 =tav =tavhebrew 5F0: afii57716
=vavvavhebrew afii57717 =vavyodhebrew afii57718 =yodyodhebrew gereshhebrew gershayimhebrew 60C: afii57388
=commaarabic 61B: afii57403 =semicolonarabic 61F: afii57407 =questionarabic 621: afii57409 =hamzaarabic
=hamzalowarabic afii57410 =alefmaddaabovearabic afii57411 =alefhamzaabovearabic afii57412
=wawhamzaabovearabic afii57413 =alefhamzabelowarabic afii57414 =yehhamzaabovearabic afii57415 =alefarabic
afii57416 =beharabic afii57417 =tehmarbutaarabic afii57418 =teharabic afii57419 =theharabic afii57420
=jeemarabic afii57421 =haharabic afii57422 =khaharabic afii57423 =dalarabic afii57424 =thalarabic afii57425
=reharabic afii57426 =zainarabic afii57427 =seenarabic afii57428 =sheenarabic afii57429 =sadarabic afii57430
=dadarabic afii57431 =taharabic afii57432 =zaharabic afii57433 =ainarabic afii57434 =ghainarabic 640:
afii57440 =kashidaautoarabic =kashidaautonosidebearingarabic =tatweelarabic afii57441 =feharabic afii57442
=qafarabic afii57443 =kafarabic afii57444 =lamarabic afii57445 =meemarabic afii57446 =noonarabic afii57470
=heharabic afii57448 =wawarabic afii57449 =alefmaksuraarabic afii57450 =yeharabic afii57451 =fathatanarabic
afii57452 =dammatanaltonearabic =dammatanarabic afii57453 =kasratanarabic afii57454 =fathaarabic
=fathalowarabic afii57455 =dammaarabic =dammalowarabic afii57456 =kasraarabic afii57457 =shaddaarabic
afii57458 =sukunarabic 660: afii57392 =zeroarabic =zerohackarabic afii57393 =onearabic =onehackarabic
afii57394 =twoarabic =twohackarabic afii57395 =threearabic =threehackarabic afii57396 =fourarabic
=fourhackarabic afii57397 =fivearabic =fivehackarabic afii57398 =sixarabic =sixhackarabic afii57399
=sevenarabic =sevenhackarabic afii57400 =eightarabic =eighthackarabic afii57401 =ninearabic =ninehackarabic
afii57381 =percentarabic decimalseparatorarabic =decimalseparatorpersian thousandsseparatorarabic
=thousandsseparatorpersian afii63167 =asteriskaltonearabic =asteriskarabic 679: afii57511 =tteharabic 67E:
afii57506 =peharabic 686: afii57507 =tcheharabic 688: afii57512 =ddalarabic 691: afii57513 =rreharabic 698:
afii57508 =jeharabic 6A4: afii57505 =veharabic 6AF: afii57509 =gafarabic 6BA: afii57514 =noonghunnaarabic
6C1: haaltonearabic =hehaltonearabic 6D1: yehthreedotsbelowarabic afii57519 =yehbarreearabic 6D5: afii57534
6F0: zeropersian onepersian twopersian threepersian fourpersian fivepersian sixpersian sevenpersian
eightpersian ninepersian FB1F: afii57705 =doubleyodpatah =doubleyodpatahhebrew =yodyodpatahhebrew
ayinaltonehebrew FB2A: afii57694 =shinshindot =shinshindothebrew afii57695 =shinsindot =shinsindothebrew
shindageshshindot =shindageshshindothebrew shindageshsindot =shindageshsindothebrew alefpatahhebrew
alefqamatshebrew alefdageshhebrew betdagesh =betdageshhebrew gimeldagesh =gimeldageshhebrew daletdagesh
=daletdageshhebrew hedagesh =hedageshhebrew afii57723 =vavdagesh =vavdagesh65 =vavdageshhebrew zayindagesh
=zayindageshhebrew FB38: tetdagesh =tetdageshhebrew yoddagesh =yoddageshhebrew finalkafdagesh
=finalkafdageshhebrew kafdagesh =kafdageshhebrew lameddagesh =lameddageshhebrew FB3E: memdagesh
=memdageshhebrew FB40: nundagesh =nundageshhebrew samekhdagesh =samekhdageshhebrew FB43: pefinaldageshhebrew
pedagesh =pedageshhebrew FB46: tsadidagesh =tsadidageshhebrew qofdagesh =qofdageshhebrew reshdageshhebrew
shindagesh =shindageshhebrew tavdages =tavdagesh =tavdageshhebrew afii57700 =vavholam =vavholamhebrew
betrafehebrew kafrafehebrew perafehebrew aleflamedhebrew FB57: pehfinalarabic pehinitialarabic
pehmedialarabic FB67: ttehfinalarabic ttehinitialarabic ttehmedialarabic FB6B: vehfinalarabic
vehinitialarabic vehmedialarabic FB7B: tchehfinalarabic tchehinitialarabic tchehmedialarabic FB89:
ddalfinalarabic FB8B: jehfinalarabic FB8D: rrehfinalarabic FB93: gaffinalarabic gafinitialarabic
gafmedialarabic FB9F: noonghunnafinalarabic FBA4: hehhamzaaboveisolatedarabic hehhamzaabovefinalarabic FBA7:
hehfinalaltonearabic hehinitialaltonearabic hehmedialaltonearabic FBAF: yehbarreefinalarabic FC08:
behmeemisolatedarabic FC0B: tehjeemisolatedarabic tehhahisolatedarabic FC0E: tehmeemisolatedarabic FC48:
meemmeemisolatedarabic FC4B: noonjeemisolatedarabic FC4E: noonmeemisolatedarabic FC58: yehmeemisolatedarabic
FC5E: shaddadammatanarabic shaddakasratanarabic shaddafathaarabic shaddadammaarabic shaddakasraarabic FC6D:
behnoonfinalarabic FC73: tehnoonfinalarabic FC8D: noonnoonfinalarabic FC94: yehnoonfinalarabic FC9F:
behmeeminitialarabic FCA1: tehjeeminitialarabic tehhahinitialarabic FCA4: tehmeeminitialarabic FCC9:
lamjeeminitialarabic lamhahinitialarabic lamkhahinitialarabic lammeeminitialarabic FCD1:
meemmeeminitialarabic noonjeeminitialarabic FCD5: noonmeeminitialarabic FCDD: yehmeeminitialarabic FD3E:
parenleftaltonearabic parenrightaltonearabic FD88: lammeemhahinitialarabic FDF2: lamlamhehisolatedarabic
FDFA: sallallahoualayhewasallamarabic FE82: alefmaddaabovefinalarabic FE84: alefhamzaabovefinalarabic FE86:
wawhamzaabovefinalarabic FE88: alefhamzabelowfinalarabic FE8A: yehhamzaabovefinalarabic
yehhamzaaboveinitialarabic yehhamzaabovemedialarabic FE8E: aleffinalarabic FE90: behfinalarabic
behinitialarabic behmedialarabic FE94: tehmarbutafinalarabic FE96: tehfinalarabic tehinitialarabic
tehmedialarabic FE9A: thehfinalarabic thehinitialarabic thehmedialarabic FE9E: jeemfinalarabic
jeeminitialarabic jeemmedialarabic FEA2: hahfinalarabic hahinitialarabic hahmedialarabic FEA6:
khahfinalarabic khahinitialarabic khahmedialarabic FEAA: dalfinalarabic FEAC: thalfinalarabic FEAE:
rehfinalarabic FEB0: zainfinalarabic FEB2: seenfinalarabic seeninitialarabic seenmedialarabic FEB6:
sheenfinalarabic sheeninitialarabic sheenmedialarabic FEBA: sadfinalarabic sadinitialarabic sadmedialarabic
FEBE: dadfinalarabic dadinitialarabic dadmedialarabic FEC2: tahfinalarabic tahinitialarabic tahmedialarabic
FEC6: zahfinalarabic zahinitialarabic zahmedialarabic FECA: ainfinalarabic aininitialarabic ainmedialarabic
FECE: ghainfinalarabic ghaininitialarabic ghainmedialarabic FED2: fehfinalarabic fehinitialarabic
fehmedialarabic FED6: qaffinalarabic qafinitialarabic qafmedialarabic FEDA: kaffinalarabic kafinitialarabic
kafmedialarabic FEDE: lamfinalarabic laminitialarabic lammedialarabic FEE2: meemfinalarabic
meeminitialarabic meemmedialarabic FEE6: noonfinalarabic nooninitialarabic noonmedialarabic FEEA:
hehfinalalttwoarabic =hehfinalarabic hehinitialarabic hehmedialarabic FEEE: wawfinalarabic FEF0:
alefmaksurafinalarabic FEF2: yehfinalarabic alefmaksurainitialarabic =yehinitialarabic
alefmaksuramedialarabic =yehmedialarabic lamalefmaddaaboveisolatedarabic lamalefmaddaabovefinalarabic
lamalefhamzaaboveisolatedarabic lamalefhamzaabovefinalarabic lamalefhamzabelowisolatedarabic
lamalefhamzabelowfinalarabic lamalefisolatedarabic lamaleffinalarabic FEFF: zerowidthjoiner
`;
